import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import Calendars from "./Calendars.ts";
import Notes from "./Notes.ts";
import Registry from "./Registry.ts";
import Stock from "./Stock.ts";

/** Everything a note needs on a chain but the parties, their currency and their stock. */
export default buildModule("Allonge", (m) => ({
  ...m.useModule(Calendars),
  ...m.useModule(Registry),
  ...m.useModule(Stock),
  ...m.useModule(Notes),
}));
