import type { Connection } from "../../test/helpers/world.ts";

type Person = Awaited<ReturnType<Connection["ethers"]["getSigners"]>>[number];

/** Accounts with ether and nothing else. */
export async function people({ ethers }: Connection): Promise<[Person, Person, Person, Person, Person, Person]> {
  const [a, b, c, d, e, f] = await ethers.getSigners();
  if (!a || !b || !c || !d || !e || !f) throw new Error("accounts");
  return [a, b, c, d, e, f];
}
