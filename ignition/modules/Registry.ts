import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The register of who controls whom; parameter `registrar` is who writes in it. */
export default buildModule("Registry", (m) => ({
  ControlRegistry: m.contract("ControlRegistry", [m.getParameter("registrar")]),
}));
