import { expect } from "chai";

import { givenLiveNote } from "./acting.ts";

interface Shown {
  readonly companies: readonly {
    readonly controllers: readonly { readonly address: string }[];
    readonly controls: readonly string[];
  }[];
  readonly affiliated: boolean | null;
}

describe("note control", function () {
  const given = givenLiveNote();
  const control = (...args: string[]) => given.note("control", ...args);

  async function shown(...companies: string[]): Promise<Shown> {
    const { code, stdout, stderr } = await control("show", ...companies, "--json");
    expect([code, stderr]).to.deep.equal([0, ""]);
    return JSON.parse(stdout) as Shown;
  }

  it("records control, by the registrar, and tells it", async () => {
    const [lender, stranger] = [given.address("lender"), given.address("stranger")];
    const names = ["--controller", lender, "--controlled", stranger, "--evidence", "articles"];
    const { code, stdout, stderr } = await control("record", ...names, "--yes");
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(new RegExp(`Sent by +│ ${given.address("registrar")}`));
    expect(stderr).to.match(new RegExp(`Controller +│ nobody +│ ${lender}`));
    expect(stdout).to.match(new RegExp(`Told +│ ${lender} controls`));
    const { companies, affiliated } = await shown(given.address("sister"), stranger);
    expect(affiliated).to.equal(true);
    expect(companies[0]?.controls).to.deep.equal([lender]);
    expect(companies[1]?.controllers.map(({ address }) => address)).to.deep.equal([lender, given.address("sister")]);
  });

  it("revokes control, after which there is no affiliation", async () => {
    const [borrower, subsidiary] = [given.address("borrower"), given.address("subsidiary")];
    expect((await shown(borrower, subsidiary)).affiliated).to.equal(true);
    const { code, stdout } = await control("revoke", "--controlled", subsidiary, "--yes", "--json");
    expect(code).to.equal(0);
    const entry = JSON.parse(stdout) as { act: string; id: null; events: { name: string }[] };
    expect([entry.act, entry.id, entry.events.map(({ name }) => name)]).to.deep.equal([
      "control revoke",
      null,
      ["ControlRevoked"],
    ]);
    const { companies, affiliated } = await shown(borrower, subsidiary);
    expect(affiliated).to.equal(false);
    expect(companies[0]?.controls).to.deep.equal([]);
  });

  it("says in words why two are affiliated", async () => {
    const [sister, lender] = [given.address("sister"), given.address("lender")];
    const { stdout } = await control("show", lender, sister);
    expect(stdout).to.include(`${sister} controls ${lender}: they are affiliated.`);
  });

  const refusals: readonly (readonly [string, () => string[], RegExp])[] = [
    [
      "another account",
      () => ["revoke", "--controlled", given.address("lender"), "--as", given.address("stranger"), "--yes"],
      /^NotRegistrar: /,
    ],
    [
      "a second controller",
      () => ["record", "--controller", given.address("stranger"), "--controlled", given.address("lender"), "--yes"],
      /^AlreadyControlled: /,
    ],
    ["nobody", () => ["record", "--controlled", given.address("lender"), "--yes"], /^--controller: missing\n$/],
    ["what is no address", () => ["show", "0x12"], /^note control show: "0x12" is no address/],
    [
      "what is no register",
      () => ["show", given.address("lender"), "--registry", given.address("lender")],
      /^--registry: no register of control with a registrar is at 0x/,
    ],
  ];
  for (const [what, args, line] of refusals) {
    it(`refuses ${what} in one line`, async () => {
      const { code, stdout, stderr } = await control(...args());
      expect([code, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.match(line);
      expect(stderr.trim()).to.not.include("\n");
    });
  }
});
