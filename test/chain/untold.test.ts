import { expect } from "chai";
import { JsonRpcProvider, Network } from "ethers";

import { readCurrency } from "../../src/chain/readNote.ts";
import { startFaultyNode } from "../errors/faultyNode.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";

const ACCOUNT = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

describe("what a contract does not tell", () => {
  function providerAt(url: string): JsonRpcProvider {
    const network = Network.from(31337);
    return new JsonRpcProvider(url, network, { staticNetwork: network, batchMaxCount: 1 });
  }

  for (const fault of [503, "limit"] as const) {
    it(`is not supposed of a currency because the node fails: ${fault}`, async () => {
      const node = await startFaultyNode(fault);
      const provider = providerAt(node.url);
      try {
        const answer: unknown = await readCurrency(provider, ACCOUNT, { blockTag: 1 }).catch((error: unknown) => error);
        expect(answer).to.be.instanceOf(Error);
      } finally {
        provider.destroy();
        await node.stop();
      }
    });
  }

  it("is supposed of a contract that says nothing", async () => {
    const anvil = await startAnvil();
    const provider = providerAt(anvil.url);
    try {
      const currency = await readCurrency(provider, ACCOUNT, { blockTag: 0 });
      expect(currency).to.deep.equal({ address: ACCOUNT, symbol: "units", decimals: 0 });
    } finally {
      provider.destroy();
      await anvil.stop();
    }
  });
});
