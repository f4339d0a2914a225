import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The calendars a note may follow. */
export default buildModule("Calendars", (m) => ({
  NewYorkCalendar: m.contract("NewYorkCalendar"),
  UTCCalendar: m.contract("UTCCalendar"),
}));
