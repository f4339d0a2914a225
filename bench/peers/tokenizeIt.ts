import { AbiCoder, id, ZeroAddress, ZeroHash } from "ethers";

import { gasOf } from "../../test/gas/acts.ts";
import type { Peer } from "./peer.ts";
import { people } from "./people.ts";
import { at, deploy, readShipped, send, versionOf } from "./shipped.ts";

const PACKAGE = "@tokenize.it/contracts";
const shipped = (path: string) => readShipped(`${PACKAGE}/artifacts/contracts/${path}`);
const factory = (name: string) => shipped(`factories/${name}.sol/${name}.json`);
const contract = (name: string) => shipped(`${name}.sol/${name}.json`);

const FORWARDER = "0x00000000000000000000000000000000000000f0";
const VERIFIED = 1n;
const TRUSTED_CURRENCY = 2n ** 255n;
const LATER = 7_258_118_399n;
const SHARE = 10n ** 18n;
const PRICE = 50_000n;

/** Shares of companies, for those on a list, sold by private offers. */
export const tokenizeIt: Peer = {
  name: "tokenize.it",
  from: `${PACKAGE} ${versionOf(PACKAGE)}, bytecode as shipped`,
  does: "shares behind a proxy with snapshots, roles and fees; both sides of a transfer are on a list of allowed addresses; an offer is a contract of its own",
  async measure(connection) {
    const [admin, holder, other, newcomer, company] = await people(connection);
    const money = await connection.ethers.deployContract("Dollar", ["USD", 6]);
    const list = await deploy(contract("AllowList"), admin, [FORWARDER]);
    const lists = await deploy(factory("AllowListCloneFactory"), admin, [await list.getAddress()]);
    const fees = await deploy(contract("FeeSettings"), admin, [FORWARDER]);
    const feesFactory = await deploy(factory("FeeSettingsCloneFactory"), admin, [await fees.getAddress()]);
    const logic = await deploy(contract("Token"), admin, [FORWARDER]);
    const tokens = await deploy(factory("TokenProxyFactory"), admin, [await logic.getAddress()]);

    const makeList = lists.getFunction("createAllowListClone(bytes32,address,address)");
    const allowList = String(await makeList.staticCall(ZeroHash, FORWARDER, admin));
    await makeList.send(ZeroHash, FORWARDER, admin);
    const FEES = ["TOKEN", "CROWDINVESTING", "PRIVATE_OFFER", "SECONDARY_MARKET", "DISTRIBUTION", "EXIT"];
    const none = FEES.map((name) => ({
      feeType: id(name),
      maxNumerator: 500,
      defaultNumerator: 0,
      defaultCollector: admin.address,
    }));
    const makeFees = feesFactory.getFunction("createFeeSettingsClone");
    const feeSettings = String(await makeFees.staticCall(ZeroHash, FORWARDER, admin, none));
    await makeFees.send(ZeroHash, FORWARDER, admin, none);
    const made = [ZeroHash, FORWARDER, feeSettings, admin, allowList, VERIFIED, "Common Stock", "IGI"];
    const makeToken = tokens.getFunction("createTokenProxy");
    const address = String(await makeToken.staticCall(...made));
    await makeToken.send(...made);
    const token = await at(address, logic, admin);
    const allowed = await at(allowList, list, admin);
    for (const person of [holder, other, newcomer]) {
      await send(allowed, admin, "set(address,uint256)", person, VERIFIED);
    }
    await send(allowed, admin, "set(address,uint256)", await money.getAddress(), TRUSTED_CURRENCY);

    const of: Record<string, number> = {};
    await send(token, admin, "mint", other, 1_000n * SHARE);
    of["mint, holder's first"] = await gasOf(send(token, admin, "mint", holder, 1_000n * SHARE));
    of["mint"] = await gasOf(send(token, admin, "mint", holder, 1_000n * SHARE));
    of["transfer"] = await gasOf(send(token, holder, "transfer", other, SHARE));
    of["transfer, receiver's first"] = await gasOf(send(token, holder, "transfer", newcomer, SHARE));

    const lock = await deploy(contract("TimeLock"), admin, [FORWARDER]);
    const locks = await deploy(factory("TimeLockCloneFactory"), admin, [await lock.getAddress()]);
    // the other kind of offer is not measured; its factory must only be named
    const offers = await deploy(factory("PrivateOfferFactory"), admin, [await locks.getAddress(), allowList]);
    const offer = {
      currencyPayer: holder.address,
      tokenReceiver: holder.address,
      currencyReceiver: company.address,
      tokenAmount: 4_000_000n * SHARE,
      tokenPrice: PRICE,
      expiration: LATER,
      currency: await money.getAddress(),
      token: address,
      tokenHolder: ZeroAddress,
    };
    const salt = AbiCoder.defaultAbiCoder().encode(["bytes32"], [ZeroHash]);
    const offered = String(await offers.getFunction("predictPrivateOfferAddress").staticCall(salt, offer));
    await money.mint(holder, 10n ** 13n);
    await money.mint(company, 1n);
    await money.connect(holder).approve(offered, 2n ** 256n - 1n);
    await send(token, admin, "increaseMintingAllowance", offered, offer.tokenAmount);
    of["private offer: pay and receive shares"] = await gasOf(
      send(offers, holder, "deployPrivateOffer", ZeroHash, offer),
    );
    return of;
  },
};
