import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** A currency without value, which anyone may mint: to try notes out with. */
export default buildModule("TestDollar", (m) => ({
  TestDollar: m.contract("Dollar", [m.getParameter("symbol", "USD"), m.getParameter("decimals", 6)]),
}));
