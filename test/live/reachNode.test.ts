import { expect } from "chai";

import { hardhatWith } from "../helpers/commandLine.ts";
import { startFaultyNode } from "../errors/faultyNode.ts";
import { freePort } from "../../scripts/clients/anvil.ts";

const SECRETS = /user|secret|KEY123/;

describe("a command whose node does not answer", function () {
  const note = (variables: Record<string, string>, ...args: string[]) => hardhatWith(variables, "note", ...args);

  it("says where on this machine it looked for one, and how to start one", async function () {
    const port = await freePort();
    const url = `http://user:secret@127.0.0.1:${port}/v2/KEY123`;
    for (const args of [["show", "--id", "1"], ["list"], ["clock"]]) {
      const { code, stdout, stderr } = await note({ LOCALHOST_URL: url }, ...args, "--network", "localhost");
      expect([code, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.equal(
        `--network localhost: no node answers at 127.0.0.1:${port}; ` +
          "start one, as with npx hardhat node, or say in LOCALHOST_URL where it listens\n",
      );
    }
  });

  it("says which host of a public network it asked, and never the key in its address", async function () {
    const variables = {
      SEPOLIA_URL: "https://user:secret@no.such.host.invalid/v3/KEY123",
      ALLONGE_KEY: `0x${"11".repeat(32)}`,
    };
    const { code, stderr } = await note(variables, "list", "--network", "sepolia");
    expect(code).to.equal(1);
    expect(stderr).to.equal(
      "--network sepolia: no node answers at no.such.host.invalid:443; check its address in SEPOLIA_URL, and the connection\n",
    );
  });

  it("says at which host it was turned away", async function () {
    const node = await startFaultyNode(403);
    try {
      const url = `${node.url}/v2/KEY123`;
      const { code, stderr } = await note({ LOCALHOST_URL: url }, "list", "--network", "localhost");
      expect(code).to.equal(1);
      expect(stderr).to.include(`--network localhost, at ${new URL(node.url).host}: `);
      expect(stderr).not.to.match(SECRETS);
      expect(stderr.trimEnd().split("\n")).to.have.length(1);
    } finally {
      await node.stop();
    }
  });
});
