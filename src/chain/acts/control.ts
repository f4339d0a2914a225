import { getAddress, ZeroAddress, zeroPadValue } from "ethers";

import type { ControlRegistry } from "../../../typechain-types/ControlRegistry.ts";
import { momentInProse } from "../../wording/days.ts";
import { connectRegistry } from "../contracts.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import { ActError } from "./act.ts";
import type { ActChain, Call, Plan, Row } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import { logsOf } from "./logsOf.ts";

/** Of a chain of control. A register that is not the project's might have one without an end. */
const MOST_LINKS = 16;

/** Acts of the registrar of a register of control. */
export type ControlAct = "record" | "revoke";

/** A register of control, and whose word counts there. */
export interface ControlRegister {
  readonly registry: ControlRegistry;
  readonly address: string;
  readonly registrar: string;
}

/** Who controls a company, and since which second. */
export interface Controller {
  readonly address: string;
  readonly since: bigint;
}

/** A company, as a register knows it. */
export interface Company {
  readonly address: string;
  /** Its controller first, then the controller's, to the ultimate one; empty if nobody controls it. */
  readonly controllers: readonly Controller[];
  /** Whom it controls directly. */
  readonly controls: readonly string[];
}

/**
 * The register of control that an option names, else the one recorded for the chain.
 *
 * @throws ActError if nobody's word counts there, as it is no register of control.
 * @example const register = await openRegister(chain, new ActOptions({}, 0));
 */
export async function openRegister(chain: ActChain, options: ActOptions): Promise<ControlRegister> {
  const address = options.address("registry", chain.record.contracts.ControlRegistry);
  const registry = connectRegistry(address, chain.provider);
  const registrar = await registry.registrar().catch(() => null);
  if (registrar === null) throw new ActError(`--registry: no register of control with a registrar is at ${address}`);
  return { registry, address, registrar };
}

/**
 * Recording that one company controls another, or does no more. It counts from the block that says so.
 *
 * @param from The registrar.
 * @throws ActError for options that cannot be taken; what the chain throws, if it refuses the act.
 * @example
 * const options = new ActOptions({ controller: holding, controlled: lender }, 0);
 * const plan = await prepareControl("record", chain, register, register.registrar, options);
 */
export async function prepareControl(
  act: ControlAct,
  { provider }: ActChain,
  { registry, address }: ControlRegister,
  from: string,
  options: ActOptions,
): Promise<Plan> {
  const controlled = options.address("controlled");
  const evidence = options.text("evidence", "");
  const before = await registry.controllerOf(controlled);
  const controller = act === "record" ? options.address("controller") : ZeroAddress;
  const data =
    act === "record"
      ? registry.interface.encodeFunctionData("recordControl", [controller, controlled, evidence])
      : registry.interface.encodeFunctionData("revokeControl", [controlled, evidence]);
  const call: Call = { to: address, data };
  await provider.call({ from, ...call });
  const says =
    act === "record"
      ? `The registrar records that ${controller} controls ${controlled}, from now on`
      : `The registrar records that ${before.controller} controls ${controlled} no more, from now on`;
  const rows: Row[] = [
    { label: "Register of control", after: address },
    ...(evidence === "" ? [] : [{ label: "Evidence", after: evidence }]),
    { label: "Controller", before: nobodyOr(before.controller), after: nobodyOr(controller) },
  ];
  return { says, rows, preparations: [], call: () => Promise.resolve(call), estimable: true };
}

/**
 * A company as the register has it in the latest block.
 *
 * @example (await readCompany(chain, register, lender)).controllers[0]?.address
 */
export async function readCompany(chain: ActChain, register: ControlRegister, company: string): Promise<Company> {
  const { registry } = register;
  const controllers: Controller[] = [];
  let each = company;
  while (controllers.length < MOST_LINKS) {
    const { controller, since } = await registry.controllerOf(each);
    if (controller === ZeroAddress) break;
    controllers.push({ address: controller, since });
    each = controller;
  }
  return { address: company, controllers, controls: await controlledBy(chain, register, company) };
}

/**
 * Why two companies are affiliated, or that they are not, in words.
 *
 * @example sayAffiliation(one, other, await register.registry.areAffiliates(one.address, other.address))
 */
export function sayAffiliation(one: Company, other: Company, affiliated: boolean): string {
  const [a, b] = [one.address, other.address];
  if (!affiliated) return `${a} and ${b} are not affiliated`;
  if (sameAddress(a, b)) return "Anyone is its own affiliate";
  const isAbove = (address: string, company: Company) =>
    company.controllers.some((each) => sameAddress(each.address, address));
  if (isAbove(a, other)) return `${a} controls ${b}: they are affiliated`;
  if (isAbove(b, one)) return `${b} controls ${a}: they are affiliated`;
  const common = one.controllers.find(({ address }) => isAbove(address, other))?.address;
  return `${a} and ${b} are both controlled by ${common ?? "the same"}: they are affiliated`;
}

/** A company's standing in a register, for people. */
export function rowsOfCompany({ address, controllers, controls }: Company): Row[] {
  return [
    { label: "Company", after: address },
    ...(controllers.length === 0 ? [{ label: "Controlled by", after: "nobody" }] : []),
    ...controllers.map((each, index) => ({
      label: index === 0 ? "Controlled by" : "and that by",
      after: `${each.address}, since ${momentInProse(each.since)}`,
    })),
    ...controls.map((each) => ({ label: "Controls", after: each })),
  ];
}

async function controlledBy(chain: ActChain, { registry, address }: ControlRegister, company: string) {
  const { topicHash } = registry.interface.getEvent("ControlRecorded");
  const logs = await logsOf(chain, address, [topicHash, zeroPadValue(company, 32)]);
  const ever = [...new Set(logs.flatMap(({ topics: [, , controlled] }) => controlled ?? []))].map((topic) =>
    getAddress(`0x${topic.slice(-40)}`),
  );
  const now = await Promise.all(ever.map((each) => registry.controllerOf(each)));
  return ever.filter((_, index) => sameAddress(now[index]?.controller ?? "", company));
}

function nobodyOr(address: string): string {
  return address === ZeroAddress ? "nobody" : address;
}
