import { expect } from "chai";
import { Interface } from "ethers";

import { explain, explainData } from "../../src/errors/explain.ts";
import { explainFailure } from "../../src/errors/explainFailure.ts";

const NOTES = new Interface([
  "error ConversionNotOpen(uint24 today, uint24 convertibleAfter)",
  "error StockFactorsDiffer((uint64,uint64,uint64,uint64) found, (uint64,uint64,uint64,uint64) seen)",
  "error Blocked(address account)",
]);
const DATA = NOTES.encodeErrorResult("ConversionNotOpen", [13_027n, 13_027n]);
const ASKED = { transaction: { data: "0x12345678" }, payload: { params: [{ data: DATA }] } };

/** As libraries, nodes and wallets hand it on; each seen in the wild. */
const WRAPPED: Readonly<Record<string, unknown>> = {
  "the bytes alone": DATA,
  "ethers' CALL_EXCEPTION": { code: "CALL_EXCEPTION", data: DATA, ...{ transaction: ASKED.transaction } },
  "an answer of JSON-RPC": { jsonrpc: "2.0", id: 1, error: { code: 3, message: "execution reverted", data: DATA } },
  "ethers' account of one": { code: "UNKNOWN_ERROR", info: { error: { code: -32603, data: { data: DATA } } } },
  "a wallet's original error": { code: -32603, data: { originalError: { code: 3, data: DATA } } },
  "an error within an error": { error: { error: { data: DATA } } },
  "causes of causes": new Error("outer", { cause: new Error("inner", { cause: { raw: DATA } }) }),
  "several errors at once": new AggregateError([new Error("one"), { data: DATA }]),
  "the body of an answer": { error: { body: JSON.stringify({ error: { data: DATA } }) } },
  "Hardhat's words": new Error(
    "VM Exception while processing transaction: reverted with custom error 'ConversionNotOpen(13027, 13027)'",
  ),
  "Hardhat's words for bytes": new Error(`reverted with an unrecognized custom error (return data: ${DATA})`),
  "a node's words": { message: `execution reverted: custom error ${DATA}` },
};

describe("a refusal, wrapped", () => {
  for (const [what, error] of Object.entries(WRAPPED)) {
    it(`is found in ${what}`, () => {
      const explanation = explain(error);
      expect(explanation?.name).to.equal("ConversionNotOpen");
      expect(explanation?.args).to.deep.equal({ today: 13_027n, convertibleAfter: 13_027n });
      expect(explainFailure(error)).to.equal(null);
    });
  }

  it("is not looked for in what was asked", () => {
    expect(explain({ code: "UNKNOWN_ERROR", ...ASKED })).to.equal(null);
  });

  it("is found though an error wraps itself", () => {
    const error: { cause?: unknown; data?: string } = {};
    error.cause = error;
    expect(explain(error)).to.equal(null);
    error.data = DATA;
    expect(explain(error)?.name).to.equal("ConversionNotOpen");
  });

  it("has the structs that Hardhat writes out", () => {
    const text = "reverted with custom error 'StockFactorsDiffer((2, 1, 1, 1), (1, 1, 1, 1))'";
    expect(explain(new Error(text))?.args["found"]).to.deep.equal({
      splitNumerator: 2n,
      splitDenominator: 1n,
      distributionNumerator: 1n,
      distributionDenominator: 1n,
    });
  });

  it("of the language is told by its words and codes", () => {
    const blocked = explain(new Error("reverted with reason string 'account is blocked'"));
    expect(blocked).to.include({ name: "Error", contract: "Solidity" });
    expect(blocked?.sentence).to.include('"account is blocked"');
    expect(explain({ message: "execution reverted: account is blocked" })?.args).to.deep.equal({
      reason: "account is blocked",
    });
    const panic = explain(new Error("reverted with panic code 0x11 (Arithmetic operation overflowed)"));
    expect(panic?.sentence).to.include("too large or fell below zero");
  });

  it("that nobody knows is a failure, with its selector", () => {
    const data = NOTES.encodeErrorResult("Blocked", [`0x${"1".repeat(40)}`]);
    const error = { code: "CALL_EXCEPTION", message: "execution reverted (unknown custom error)", data };
    expect(explain(error)).to.equal(null);
    expect(explainFailure(error)?.sentence).to.include(data.slice(0, 10));
    expect(explainFailure({ code: "CALL_EXCEPTION", data: "0x" })).to.include({ kind: "refused", safeToRepeat: true });
  });

  it("that is not whole is none", () => {
    for (const data of ["0x", "0x12", DATA.slice(0, -2), "no bytes"]) expect(explainData(data)).to.equal(null);
  });
});

describe("a failure, wrapped", () => {
  for (const { error, kind } of [
    { error: { code: 4001, message: "MetaMask Tx Signature: User denied transaction signature." }, kind: "declined" },
    { error: { code: "ACTION_REJECTED", info: { error: { code: 4001 } } }, kind: "declined" },
    { error: { code: 4100, message: "not allowed" }, kind: "notAuthorized" },
    { error: { code: -32002, message: "Request of type 'wallet_x' already pending" }, kind: "requestPending" },
    { error: { code: 4902, message: "Try adding the chain first" }, kind: "wrongChain" },
    { error: { code: "TRANSACTION_REPLACED", reason: "repriced", cancelled: false }, kind: "replaced" },
    { error: new Error("nonce too high: next nonce 4, tx nonce 9"), kind: "nonceTooHigh" },
    { error: new Error("transaction dropped from the mempool"), kind: "dropped" },
    { error: new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } }), kind: "unreachable" },
    { error: { code: "TIMEOUT", reason: "request timeout" }, kind: "timeout" },
    { error: { response: { status: 429 }, message: "" }, kind: "rateLimited" },
    { error: { code: "UNPREDICTABLE_GAS_LIMIT" }, kind: "gasUnpredictable" },
    { error: { message: "max fee per gas less than block base fee: address 0x…, maxFeePerGas: 1" }, kind: "feeTooLow" },
  ]) {
    it(`is known: ${kind}, from ${JSON.stringify(error)}`, () => {
      const failure = explainFailure(error);
      expect(failure?.kind).to.equal(kind);
      for (const text of [failure?.sentence, failure?.remedy]) expect(text).to.match(/^[A-Z].*\.$/);
    });
  }
});
