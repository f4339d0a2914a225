import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** What makes stocks, and vouches for them. */
export default buildModule("Stock", (m) => ({
  CommonStockFactory: m.contract("CommonStockFactory"),
}));
