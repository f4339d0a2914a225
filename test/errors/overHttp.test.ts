import { expect } from "chai";
import { Contract, FetchRequest, JsonRpcProvider, parseEther, Wallet } from "ethers";
import type { TransactionRequest } from "ethers";

import { erc20PermitAbi } from "../../src/abi/index.ts";
import { explain } from "../../src/errors/explain.ts";
import { explainFailure } from "../../src/errors/explainFailure.ts";
import { sampleSheet } from "../helpers/termSheets.ts";
import { newYorkTime } from "../helpers/time.ts";
import { freePort, startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { makeLiveNote } from "../support/liveNote.ts";
import { startFaultyNode } from "./faultyNode.ts";

const FIGURES = { decimals: 6, symbol: "USD" };
const CHAIN = 31337;
const NOT_OPEN = "The note can be converted only after 2005-09-01 (Thursday); today is 2004-01-05 (Monday).";
/** Anybody's key, which has nothing on any chain. */
const EMPTY = `0x${"11".repeat(32)}`;

const thrownBy = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => {
      throw new Error("it was not refused");
    },
    (error: unknown) => error,
  );

describe("errors of a chain client over HTTP", () => {
  let anvil: Anvil;
  let live: Awaited<ReturnType<typeof makeLiveNote>>;

  before(async () => {
    anvil = await startAnvil({ chainId: CHAIN, timestamp: newYorkTime("2004-01-05", "09:00") });
    live = await makeLiveNote(anvil.url, sampleSheet());
  });

  after(async () => {
    await live.close();
    live.provider.destroy();
    await anvil.stop();
  });

  const tooEarly = () => [live.id, 1_000_000n, 0n, 0n, ""] as const;

  describe("a refusal", () => {
    it("is found in what estimating the gas throws", async () => {
      const thrown = await thrownBy(live.notes.connect(live.people.lender).convert(...tooEarly()));
      expect(explain(thrown, FIGURES)).to.include({ name: "ConversionNotOpen", sentence: NOT_OPEN });
    });

    it("is found in what a call throws", async () => {
      const thrown = await thrownBy(live.notes.connect(live.people.lender).convert.staticCall(...tooEarly()));
      expect(explain(thrown, FIGURES)?.sentence).to.equal(NOT_OPEN);
    });

    it("is found in the client's own answer, through no library", async () => {
      const data = live.notes.interface.encodeFunctionData("convert", [...tooEarly()]);
      const params = [{ from: live.people.lender.address, to: live.record.contracts.PromissoryNotes, data }, "latest"];
      const response = await fetch(anvil.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_call", params }),
      });
      const answer = await response.text();
      expect(explain(JSON.parse(answer), FIGURES)?.sentence).to.equal(NOT_OPEN);
      expect(explain(answer, FIGURES)?.sentence).to.equal(NOT_OPEN);
    });

    it("of a token is told with its figures", async () => {
      const currency = new Contract(await live.currency.getAddress(), erc20PermitAbi, live.people.stranger);
      const transfer = currency.getFunction("transfer");
      const thrown = await thrownBy(transfer(live.people.payer.address, 10n ** 15n));
      expect(explain(thrown, FIGURES)?.sentence).to.match(
        / has 20,332,370\.00 USD, less than the 1,000,000,000\.00 USD to/,
      );
    });

    it("is told to be one once it is mined, though the chain keeps no reason", async () => {
      const sent = await live.notes.connect(live.people.lender).convert(...tooEarly(), { gasLimit: 1_000_000n });
      const thrown = await thrownBy(sent.wait());
      expect(explain(thrown)).to.equal(null);
      expect(explainFailure(thrown)).to.include({ kind: "failedWhenMined", safeToRepeat: true });
    });
  });

  describe("a failure", () => {
    const wallet = () => new Wallet(`0x${"22".repeat(32)}`, live.provider);

    before(async () => {
      await (await live.people.deployer.sendTransaction({ to: wallet().address, value: parseEther("10") })).wait();
      await (await wallet().sendTransaction({ to: wallet().address, nonce: 0 })).wait();
    });

    const FAILURES: readonly { what: string; kind: string; safeToRepeat: boolean; request: TransactionRequest }[] = [
      { what: "a nonce used before", kind: "nonceTooLow", safeToRepeat: false, request: { nonce: 0 } },
      { what: "a fee below the block's", kind: "feeTooLow", safeToRepeat: true, request: { nonce: 1, gasPrice: 1n } },
      { what: "too little gas", kind: "outOfGas", safeToRepeat: true, request: { nonce: 1, gasLimit: 20_000n } },
    ];

    for (const { what, kind, safeToRepeat, request } of FAILURES) {
      it(`is told of ${what}`, async () => {
        const { address, privateKey } = wallet();
        const sound = { to: address, type: 0, chainId: CHAIN, gasLimit: 21_000n, gasPrice: 3_000_000_000n };
        const signed = await new Wallet(privateKey).signTransaction({ ...sound, ...request });
        const thrown = await thrownBy(live.provider.send("eth_sendRawTransaction", [signed]));
        expect(explainFailure(thrown)).to.include({ kind, safeToRepeat });
      });
    }

    it("is told of the same, as ethers names it", async () => {
      const thrown = await thrownBy(wallet().sendTransaction({ to: wallet().address, nonce: 0, gasLimit: 21_000n }));
      expect(thrown).to.include({ code: "NONCE_EXPIRED" });
      expect(explainFailure(thrown)?.kind).to.equal("nonceTooLow");
    });

    it("is told of an account without ether", async () => {
      const thrown = await thrownBy(new Wallet(EMPTY, live.provider).sendTransaction({ to: wallet().address }));
      expect(explainFailure(thrown)).to.include({ kind: "insufficientFunds", safeToRepeat: true });
    });

    it("is told of a replacement that offers too little", async () => {
      await live.provider.send("evm_setAutomine", [false]);
      try {
        const request = { to: wallet().address, nonce: 1, gasLimit: 21_000n, gasPrice: 5_000_000_000n };
        await wallet().sendTransaction(request);
        const thrown = await thrownBy(wallet().sendTransaction({ ...request, value: 1n }));
        expect(explainFailure(thrown)).to.include({ kind: "replacementUnderpriced", safeToRepeat: true });
        const same = await thrownBy(wallet().sendTransaction(request));
        expect(explainFailure(same)?.kind).to.equal("alreadyKnown");
      } finally {
        await live.provider.send("evm_setAutomine", [true]);
        await live.provider.send("evm_mine", []);
      }
    });

    it("is told of an address where no such contract is", async () => {
      const nowhere = new Contract(wallet().address, erc20PermitAbi, live.provider);
      const thrown = await thrownBy(nowhere.getFunction("decimals")());
      expect(explainFailure(thrown)?.kind).to.equal("noContract");
    });

    it("is told of nobody listening", async () => {
      const thrown = await thrownBy(request(`http://127.0.0.1:${await freePort()}`).send());
      expect(explainFailure(thrown)).to.include({ kind: "unreachable", safeToRepeat: false });
    });

    it("is told of another chain, whoever notices", async () => {
      const { privateKey, address } = wallet();
      const signed = await new Wallet(privateKey).signTransaction({
        to: address,
        type: 2,
        chainId: 1n,
        nonce: 1,
        gasLimit: 21_000n,
        maxFeePerGas: 5_000_000_000n,
      });
      const elsewhere = new JsonRpcProvider(anvil.url, 1);
      const others = [
        live.provider.send("eth_sendRawTransaction", [signed]),
        live.people.stranger.sendTransaction({ to: address, chainId: 1 }),
        wallet().sendTransaction({ to: address, chainId: 1 }),
        elsewhere.getNetwork(),
      ];
      for (const thrown of await Promise.all(others.map(thrownBy))) {
        expect(explainFailure(thrown)).to.include({ kind: "wrongChain", safeToRepeat: true });
      }
      elsewhere.destroy();
    });

    it("is no refusal that is explained already, and no fault of the program", async () => {
      const refused = await thrownBy(live.notes.connect(live.people.lender).convert(...tooEarly()));
      expect(explainFailure(refused)).to.equal(null);
      expect(explainFailure(new TypeError("x is not a function"))).to.equal(null);
      expect(explain(new TypeError("x is not a function"))).to.equal(null);
      expect(explain(undefined)).to.equal(null);
    });
  });

  describe("a node that answers badly", () => {
    for (const { fault, kind } of [
      { fault: 429, kind: "rateLimited" },
      { fault: 503, kind: "serverError" },
      { fault: "limit", kind: "rateLimited" },
      { fault: "silence", kind: "timeout" },
    ] as const) {
      it(`is told for ${fault}`, async () => {
        const node = await startFaultyNode(fault);
        const asked = request(node.url);
        asked.timeout = 200;
        asked.setThrottleParams({ maxAttempts: 1 });
        const provider = new JsonRpcProvider(asked, CHAIN, { staticNetwork: true });
        const thrown = await thrownBy(provider.send("eth_chainId", []));
        provider.destroy();
        await node.stop();
        expect(explainFailure(thrown)).to.include({ kind, safeToRepeat: false });
      });
    }
  });
});

function request(url: string): FetchRequest {
  const asked = new FetchRequest(url);
  asked.body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  return asked;
}
