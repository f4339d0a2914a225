import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import Allonge from "./Allonge.ts";
import TestDollar from "./TestDollar.ts";

/** Everything, and a currency to try it out with. */
export default buildModule("AllongeWithTestDollar", (m) => ({
  ...m.useModule(Allonge),
  ...m.useModule(TestDollar),
}));
