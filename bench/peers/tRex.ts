import type { Signer } from "ethers";
import { AbiCoder, Contract, getBytes, hexlify, id, keccak256, toUtf8Bytes, ZeroAddress } from "ethers";

import { gasOf } from "../../test/gas/acts.ts";
import type { Peer } from "./peer.ts";
import { people } from "./people.ts";
import { deploy, readShipped, send, versionOf } from "./shipped.ts";

const PACKAGE = "@tokenysolutions/t-rex";
const IDENTITIES = "@onchain-id/solidity";
const suite = (path: string) => readShipped(`${PACKAGE}/artifacts/contracts/${path}`);
const identities = (path: string) => readShipped(`${IDENTITIES}/artifacts/contracts/${path}`);
const named = (folder: string, name: string) => suite(`${folder}/${name}.sol/${name}.json`);

const TOPIC = id("KYC");
const CLAIM_KEY = 3;
const ECDSA = 1;
const COUNTRY = 840;

type Person = Awaited<ReturnType<typeof people>>[number];

/** Permissioned tokens of ERC-3643: each holder has an identity that a trusted issuer has signed a claim about. */
export const tRex: Peer = {
  name: "T-REX",
  from: `${PACKAGE} ${versionOf(PACKAGE)} with ${IDENTITIES} ${versionOf(IDENTITIES)}, bytecode as shipped; one claim topic, one trusted issuer, no rule of compliance`,
  does: "everything behind proxies; checks the receiver's signed claim again at every transfer",
  async measure(connection) {
    const [agent, holder, other, newcomer, issuer, wallet] = await people(connection);
    const { token, registry, authority, claims } = await deploySuite(agent, issuer);

    const of: Record<string, number> = {};
    const verify = async (person: Person): Promise<Contract> => {
      const identity = await deployIdentity(authority, agent, person);
      const claim = await signedClaim(identity, issuer, claims);
      of["add a signed claim to an identity"] = await gasOf(send(identity, person, "addClaim", ...claim));
      of["register an identity"] = await gasOf(
        send(registry, agent, "registerIdentity", person, await identity.getAddress(), COUNTRY),
      );
      return identity;
    };
    const ofHolder = await verify(holder);
    await verify(other);
    await verify(newcomer);

    const isVerified = registry.getFunction("isVerified");
    if ((await isVerified(holder)) !== true || (await isVerified(wallet)) !== false)
      throw new Error("claims are not checked");

    await send(token, agent, "mint", other, 1_000_000n);
    of["mint, holder's first"] = await gasOf(send(token, agent, "mint", holder, 1_000_000n));
    of["mint"] = await gasOf(send(token, agent, "mint", holder, 1_000_000n));
    await send(token, agent, "unpause");
    of["transfer"] = await gasOf(send(token, holder, "transfer", other, 1_000n));
    of["transfer, receiver's first"] = await gasOf(send(token, holder, "transfer", newcomer, 1_000n));

    const key = keccak256(AbiCoder.defaultAbiCoder().encode(["address"], [wallet.address]));
    await send(ofHolder, holder, "addKey", key, 1, 1);
    of["recover a lost wallet"] = await gasOf(
      send(token, agent, "recoveryAddress", holder, wallet, await ofHolder.getAddress()),
    );
    return of;
  },
};

async function deploySuite(agent: Person, issuer: Person) {
  const logic = async (folder: string, name: string) => await (await deploy(named(folder, name), agent)).getAddress();
  const authority = await deploy(named("proxy/authority", "TREXImplementationAuthority"), agent, [
    true,
    ZeroAddress,
    ZeroAddress,
  ]);
  await send(
    authority,
    agent,
    "addAndUseTREXVersion",
    { major: 4, minor: 1, patch: 6 },
    {
      tokenImplementation: await logic("token", "Token"),
      ctrImplementation: await logic("registry/implementation", "ClaimTopicsRegistry"),
      irImplementation: await logic("registry/implementation", "IdentityRegistry"),
      irsImplementation: await logic("registry/implementation", "IdentityRegistryStorage"),
      tirImplementation: await logic("registry/implementation", "TrustedIssuersRegistry"),
      mcImplementation: await logic("compliance/modular", "ModularCompliance"),
    },
  );
  const at = await authority.getAddress();
  const proxy = async (folder: string, name: string, ...args: readonly unknown[]) => {
    const deployed = await deploy(named("proxy", `${name}Proxy`), agent, [at, ...args]);
    return new Contract(await deployed.getAddress(), named(folder, name).abi, agent);
  };
  const topics = await proxy("registry/implementation", "ClaimTopicsRegistry");
  const issuers = await proxy("registry/implementation", "TrustedIssuersRegistry");
  const storage = await proxy("registry/implementation", "IdentityRegistryStorage");
  const addresses = [await issuers.getAddress(), await topics.getAddress(), await storage.getAddress()];
  const registry = await proxy("registry/implementation", "IdentityRegistry", ...addresses);
  const compliance = await proxy("compliance/modular", "ModularCompliance");

  const identityLogic = await deploy(identities("Identity.sol/Identity.json"), agent, [agent.address, true]);
  const identityAuthority = await deploy(
    identities("proxy/ImplementationAuthority.sol/ImplementationAuthority.json"),
    agent,
    [await identityLogic.getAddress()],
  );
  const ofToken = await deployIdentity(identityAuthority, agent, agent);
  const token = await proxy(
    "token",
    "Token",
    await registry.getAddress(),
    await compliance.getAddress(),
    "Notes",
    "NOTE",
    6,
    await ofToken.getAddress(),
  );
  await send(storage, agent, "bindIdentityRegistry", await registry.getAddress());
  await send(token, agent, "addAgent", agent);
  await send(registry, agent, "addAgent", agent);
  await send(registry, agent, "addAgent", await token.getAddress());
  await send(topics, agent, "addClaimTopic", TOPIC);

  const claims = await deploy(identities("ClaimIssuer.sol/ClaimIssuer.json"), issuer, [issuer.address]);
  const key = keccak256(AbiCoder.defaultAbiCoder().encode(["address"], [issuer.address]));
  await send(claims, issuer, "addKey", key, CLAIM_KEY, ECDSA);
  await send(issuers, agent, "addTrustedIssuer", await claims.getAddress(), [TOPIC]);
  return { token, registry, authority: identityAuthority, claims };
}

async function deployIdentity(authority: Contract, deployer: Signer, owner: Person): Promise<Contract> {
  const proxy = await deploy(identities("proxy/IdentityProxy.sol/IdentityProxy.json"), deployer, [
    await authority.getAddress(),
    owner.address,
  ]);
  const { abi } = identities("Identity.sol/Identity.json");
  return new Contract(await proxy.getAddress(), abi, deployer);
}

async function signedClaim(identity: Contract, issuer: Person, claims: Contract): Promise<readonly unknown[]> {
  const data = hexlify(toUtf8Bytes("verified"));
  const stated = AbiCoder.defaultAbiCoder().encode(
    ["address", "uint256", "bytes"],
    [await identity.getAddress(), TOPIC, data],
  );
  const signature = await issuer.signMessage(getBytes(keccak256(stated)));
  return [TOPIC, ECDSA, await claims.getAddress(), signature, data, ""];
}
