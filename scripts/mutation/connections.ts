import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import type { Runnable } from "mocha";

import { SWITCH } from "./schemata.ts";

type Connection = NetworkConnection<string>;

/** What holds for connections at the moment. */
export const now: {
  /** The mutant that is on; zero for none. */
  mutant: number;
  /** Files whose fixtures are built anew. */
  fresh: ReadonlySet<string>;
  /** The hook that runs, if none of the tests does. */
  hook: Runnable | undefined;
  /** Called before and after a fixture is built or restored. */
  onFixture: (state: "begins" | "ends") => void;
} = { mutant: 0, fresh: new Set(), hook: undefined, onFixture: () => undefined };

/** Connections whose tests all begin from a fixture, by the hook that made them; they serve the next mutant as well. */
const kept = new Map<Runnable, Connection>();
const withFixture = new WeakSet<Connection>();

/** From here on each chain a test opens knows which mutant is on, and one whose state is a fixture is opened once. */
export function watchConnections(): void {
  const create = hre.network.create.bind(hre.network);
  const watched = async (...args: Parameters<typeof create>): Promise<Connection> => {
    const hook = now.hook;
    const keep = hook !== undefined && !now.fresh.has(hook.file ?? "");
    const before = keep ? kept.get(hook) : undefined;
    if (before !== undefined && withFixture.has(before)) return before;
    const connection = await create(...args);
    await turn(connection, now.mutant);
    if (keep) kept.set(hook, connection);
    watchFixtures(connection, !keep);
    return connection;
  };
  hre.network.create = watched as typeof hre.network.create;
}

function watchFixtures(connection: Connection, mutated: boolean): void {
  const { networkHelpers } = connection;
  const load = networkHelpers.loadFixture.bind(networkHelpers);
  networkHelpers.loadFixture = (async (fixture: Parameters<typeof load>[0]) => {
    // a test that failed half-way may have left it off, and no snapshot knows of it
    await connection.provider.request({ method: "evm_setAutomine", params: [true] });
    await turn(connection, mutated ? now.mutant : 0);
    now.onFixture("begins");
    const loaded = await load(fixture);
    now.onFixture("ends");
    withFixture.add(connection);
    await turn(connection, now.mutant);
    return loaded;
  }) as typeof networkHelpers.loadFixture;
}

async function turn({ provider }: Connection, mutant: number): Promise<void> {
  await provider.request({ method: "hardhat_setBalance", params: [SWITCH, `0x${mutant.toString(16)}`] });
}
