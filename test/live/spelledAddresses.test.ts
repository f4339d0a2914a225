import { expect } from "chai";

import { titlesOf } from "../../src/chain/acts/accounts.ts";
import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { sayAffiliation } from "../../src/chain/acts/control.ts";
import { workOut } from "../../src/chain/acts/workOut.ts";
import { readHistory } from "../../src/chain/noteHistory.ts";
import { tellHistory } from "../../src/chain/tellHistory.ts";
import { givenLiveNote } from "./acting.ts";
import type { Person } from "./acting.ts";

describe("an address spelled without capitals, as wallets give it", () => {
  const given = givenLiveNote();
  const spelled = (name: Person) => given.address(name).toLowerCase();

  it("is the address that may have what was kept for a lost holder", async () => {
    await given.on("2007-01-02");
    await given.act("declare-lost", "attestor");
    await given.act("pay", "borrower", { amount: "1000" });
    await given.act("consent-recovery", "borrower", { to: given.address("stranger") });
    await given.on("2007-02-02");
    await given.act("recover", "payer");
    const { plan } = await workOut("withdraw", await given.open(), spelled("stranger"), new ActOptions({}, 6));
    expect(plan.says).to.include(`kept for ${given.address("lender")}, now of ${given.address("stranger")}`);
  });

  it("has the title of its party", async () => {
    const titleOf = titlesOf(await given.open());
    expect([titleOf(spelled("lender")), titleOf(spelled("borrower"))]).to.deep.equal(["the holder", "the borrower"]);
  });

  it("has the name it is given in a history", async () => {
    const { notes, id, record } = given.live;
    const history = await readHistory(notes, id, { fromBlock: record.startBlock });
    const [made] = tellHistory(history, 6, { [spelled("lender")]: "Dan" });
    expect(made?.sentence).to.match(/^Borrower made the note to Dan for /);
  });

  it("is the same company in a register of control", () => {
    const company = (address: string, ...controllers: string[]) => ({
      address,
      controllers: controllers.map((each) => ({ address: each, since: 0n })),
      controls: [],
    });
    const said = sayAffiliation(company(spelled("sister")), company(spelled("lender"), given.address("sister")), true);
    expect(said).to.equal(`${spelled("sister")} controls ${spelled("lender")}: they are affiliated`);
  });

  it("signs its part of a novation", async () => {
    const novate = ["novate", "--id", "1", "--as", spelled("lender"), "--yes"];
    const { stderr } = await given.note(...novate, "terms/infinite-group-2003.json");
    expect(stderr).to.match(/^the borrower, 0x\w+, has not signed/);
  });
});
