import { ZeroAddress } from "ethers";

import { gasOf } from "../../test/gas/acts.ts";
import type { Peer } from "./peer.ts";
import { people } from "./people.ts";
import { deploy, readShipped, send, versionOf } from "./shipped.ts";

const PACKAGE = "@sablier/lockup";
const UTILITIES = "@sablier/evm-utils";
const AMOUNT = 203_323_700_000n;
const START = 1_073_000_000;
const END = START + 94_608_000;
const HALF_WAY = START + 47_304_000;

/** Payments that flow: money is deposited at once and released by the second to whoever holds the stream's token. */
export const sablier: Peer = {
  name: "Sablier",
  from: `${PACKAGE} ${versionOf(PACKAGE)}, bytecode as shipped, with ${UTILITIES} ${versionOf(UTILITIES)}; no fee set`,
  does: "holds the whole amount in advance, so that a payment is the payee's withdrawal; no debt, no interest",
  async measure(connection) {
    const { time } = connection.networkHelpers;
    const [admin, payer, payee, newcomer] = await people(connection);
    const lockup = await deployLockup(admin);
    const money = await connection.ethers.deployContract("Dollar", ["USD", 6]);
    await money.mint(payer, 10n ** 13n);
    // nobody's balance is new: what is compared is a payment between those who have been paid before
    for (const known of [await lockup.getAddress(), payee.address]) await money.mint(known, 1n);
    await money.connect(payer).approve(lockup, 2n ** 256n - 1n);
    await time.increaseTo(START);

    const create = async () =>
      await send(
        lockup,
        payer,
        "createWithTimestampsLL",
        {
          sender: payer.address,
          recipient: payee.address,
          depositAmount: AMOUNT,
          token: await money.getAddress(),
          cancelable: true,
          transferable: true,
          timestamps: { start: START, end: END },
          shape: "",
        },
        { start: 0, cliff: 0 },
        1,
        0,
      );
    const of: Record<string, number> = {};
    await create();
    of["create a stream, deposit included"] = await gasOf(create());
    await create();
    await create();
    of["transfer, receiver's first"] = await gasOf(send(lockup, payee, "transferFrom", payee, newcomer, 2));
    await time.increaseTo(HALF_WAY);
    of["withdraw a part"] = await gasOf(send(lockup, payee, "withdraw", 1, payee, 1_000_000_000n));
    of["cancel, the rest returned"] = await gasOf(send(lockup, payer, "cancel", 3));
    await time.increaseTo(END);
    of["withdraw all at the end"] = await gasOf(send(lockup, payee, "withdrawMax", 4, payee));
    return of;
  },
};

async function deployLockup(admin: Awaited<ReturnType<typeof people>>[number]) {
  const utilities = (name: string) => readShipped(`${UTILITIES}/artifacts/${name}.json`);
  const shipped = (name: string, libraries?: Record<string, string>) =>
    readShipped(`${PACKAGE}/artifacts/${name}.json`, libraries);

  const logic = await deploy(utilities("SablierComptroller"), admin, [admin.address]);
  const initialized = logic.interface.encodeFunctionData("initialize", [admin.address, 0, 0, 0, 0, ZeroAddress]);
  const comptroller = await deploy(utilities("ERC1967Proxy"), admin, [await logic.getAddress(), initialized]);
  const libraries: Record<string, string> = {};
  for (const name of ["LockupMath", "LockupHelpers"]) {
    const library = await deploy(shipped(`libraries/${name}`, libraries), admin);
    libraries[name] = await library.getAddress();
  }
  const descriptor = await deploy(shipped("LockupNFTDescriptor"), admin);
  const args = [await comptroller.getAddress(), await descriptor.getAddress()];
  return await deploy(shipped("SablierLockup", libraries), admin, args);
}
