import { expect } from "chai";
import type { HDNodeWallet } from "ethers";
import { network } from "hardhat";

import { deployStock, ORIGINAL_SHARE, SHARE } from "../support/stock.ts";

const UINT256_MAX = 2n ** 256n - 1n;

/** The sentence a holder signs, written out here and not taken from the contract. */
const PERMIT = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

describe("CommonStock: transfers", () => {
  let connection: Awaited<ReturnType<typeof network.create>>;
  let at: Awaited<ReturnType<typeof held>>;

  async function held() {
    const deployed = await deployStock(connection);
    await deployed.stock.issue(deployed.alice, 10n * SHARE);
    return deployed;
  }

  before(async () => {
    connection = await network.create("past");
  });

  beforeEach(async () => {
    at = await connection.networkHelpers.loadFixture(held);
  });

  describe("given shares held", () => {
    it("moves them and emits", async () => {
      await expect(at.stock.connect(at.alice).transfer(at.bob, 3n * SHARE))
        .to.emit(at.stock, "Transfer")
        .withArgs(at.alice.address, at.bob.address, 3n * SHARE);
      expect(await at.stock.balanceOf(at.alice)).to.equal(7n * SHARE);
      expect(await at.stock.balanceOf(at.bob)).to.equal(3n * SHARE);
      expect(await at.stock.totalSupply()).to.equal(10n * SHARE);
    });

    it("leaves all where they are when sent to their holder", async () => {
      await at.stock.connect(at.alice).transfer(at.alice, 3n * SHARE);
      expect(await at.stock.unitsOf(at.alice)).to.equal(10n * ORIGINAL_SHARE);
    });

    it("moves nothing when nothing is sent", async () => {
      await expect(at.stock.connect(at.bob).transfer(at.alice, 0n))
        .to.emit(at.stock, "Transfer")
        .withArgs(at.bob.address, at.alice.address, 0n);
      expect(await at.stock.unitsOf(at.alice)).to.equal(10n * ORIGINAL_SHARE);
    });

    for (const excess of [1n, UINT256_MAX - 10n * SHARE]) {
      it(`refuses ${excess === 1n ? "one token" : "any number"} more than the balance`, async () => {
        await expect(at.stock.connect(at.alice).transfer(at.bob, 10n * SHARE + excess))
          .to.be.revertedWithCustomError(at.stock, "ERC20InsufficientBalance")
          .withArgs(at.alice.address, 10n * SHARE, 10n * SHARE + excess);
      });
    }

    it("refuses the zero address", async () => {
      await expect(at.stock.connect(at.alice).transfer(connection.ethers.ZeroAddress, 1n))
        .to.be.revertedWithCustomError(at.stock, "ERC20InvalidReceiver")
        .withArgs(connection.ethers.ZeroAddress);
    });
  });

  describe("given a split factor that leaves fractions of a token", () => {
    beforeEach(async () => {
      await at.stock.split(3, 2);
    });

    it("moves the units rounded up, and the receiver has what was sent", async () => {
      await at.stock.connect(at.alice).transfer(at.bob, 1n);
      expect(await at.stock.unitsOf(at.bob)).to.equal(666_666_667n);
      expect(await at.stock.balanceOf(at.bob)).to.equal(1n);
      expect(await at.stock.unitsOf(at.alice)).to.equal(10n * ORIGINAL_SHARE - 666_666_667n);
      expect(await at.stock.balanceOf(at.alice)).to.equal(15n * SHARE - 2n);
    });

    it("moves a whole balance and never more than is stored", async () => {
      await at.stock.connect(at.alice).transfer(at.bob, 1n);
      const balance = await at.stock.balanceOf(at.alice);
      await expect(at.stock.connect(at.alice).transfer(at.bob, balance + 1n))
        .to.be.revertedWithCustomError(at.stock, "ERC20InsufficientBalance")
        .withArgs(at.alice.address, balance, balance + 1n);
      await at.stock.connect(at.alice).transfer(at.bob, balance);
      expect(await at.stock.balanceOf(at.alice)).to.equal(0n);
      expect((await at.stock.unitsOf(at.alice)) + (await at.stock.unitsOf(at.bob))).to.equal(10n * ORIGINAL_SHARE);
    });
  });

  describe("given an allowance", () => {
    beforeEach(async () => {
      await at.stock.connect(at.alice).approve(at.bob, 4n * SHARE);
    });

    it("spends it", async () => {
      await at.stock.connect(at.bob).transferFrom(at.alice, at.stranger, 3n * SHARE);
      expect(await at.stock.allowance(at.alice, at.bob)).to.equal(SHARE);
      expect(await at.stock.balanceOf(at.stranger)).to.equal(3n * SHARE);
    });

    it("stays the same number of tokens through a split", async () => {
      await at.stock.split(2, 1);
      expect(await at.stock.allowance(at.alice, at.bob)).to.equal(4n * SHARE);
      await at.stock.connect(at.bob).transferFrom(at.alice, at.bob, 4n * SHARE);
      expect(await at.stock.unitsOf(at.bob)).to.equal(2n * ORIGINAL_SHARE);
      expect(await at.stock.allowance(at.alice, at.bob)).to.equal(0n);
    });

    it("refuses more", async () => {
      await expect(at.stock.connect(at.bob).transferFrom(at.alice, at.bob, 4n * SHARE + 1n))
        .to.be.revertedWithCustomError(at.stock, "ERC20InsufficientAllowance")
        .withArgs(at.bob.address, 4n * SHARE, 4n * SHARE + 1n);
    });
  });

  describe("given a name", () => {
    it("signs for it, or for its symbol where a domain cannot hold it", async () => {
      const named = (name: string) => connection.ethers.deployContract("CommonStock", [name, "IGI", at.alice, SHARE]);
      const fits = await named("Infinite Group, Inc. Common Stk");
      expect((await fits.eip712Domain()).name).to.equal("Infinite Group, Inc. Common Stk");
      const long = await named("Infinite Group, Inc. Common Stock");
      expect(await long.name()).to.equal("Infinite Group, Inc. Common Stock");
      expect((await long.eip712Domain()).name).to.equal("IGI");
    });
  });

  describe("given a permit", () => {
    let signer: HDNodeWallet;
    let deadline: bigint;

    beforeEach(async () => {
      signer = connection.ethers.Wallet.createRandom();
      deadline = BigInt(await connection.networkHelpers.time.latest()) + 3600n;
    });

    async function signed({ owner = signer.address, nonce = 0n, value = 5n * SHARE } = {}) {
      const domain = {
        name: "Test Common Stock",
        version: "1",
        chainId: (await connection.ethers.provider.getNetwork()).chainId,
        verifyingContract: await at.stock.getAddress(),
      };
      const signature = await signer.signTypedData(domain, PERMIT, {
        owner,
        spender: at.bob.address,
        value,
        nonce,
        deadline,
      });
      return connection.ethers.Signature.from(signature);
    }

    async function permit(signature: Awaited<ReturnType<typeof signed>>, { owner = signer.address } = {}) {
      const { v, r, s } = signature;
      return await at.stock.connect(at.stranger).permit(owner, at.bob, 5n * SHARE, deadline, v, r, s);
    }

    it("approves what its signer says, whoever brings it", async () => {
      await expect(permit(await signed()))
        .to.emit(at.stock, "Approval")
        .withArgs(signer.address, at.bob.address, 5n * SHARE);
      expect(await at.stock.allowance(signer.address, at.bob)).to.equal(5n * SHARE);
      expect(await at.stock.nonces(signer.address)).to.equal(1n);
    });

    it("counts through the last second", async () => {
      const signature = await signed();
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline);
      await permit(signature);
      expect(await at.stock.nonces(signer.address)).to.equal(1n);
    });

    it("is refused after the last second", async () => {
      const signature = await signed();
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline + 1n);
      await expect(permit(signature))
        .to.be.revertedWithCustomError(at.stock, "ERC2612ExpiredSignature")
        .withArgs(deadline);
      expect(await at.stock.nonces(signer.address)).to.equal(0n);
    });

    it("is used up", async () => {
      const signature = await signed();
      await permit(signature);
      await expect(permit(signature)).to.be.revertedWithCustomError(at.stock, "ERC2612InvalidSigner");
    });

    it("is refused with another nonce, another value or another owner", async () => {
      for (const wrong of [{ nonce: 1n }, { value: 6n * SHARE }, { owner: at.alice.address }]) {
        await expect(permit(await signed(wrong))).to.be.revertedWithCustomError(at.stock, "ERC2612InvalidSigner");
      }
      await expect(permit(await signed({ owner: at.alice.address }), { owner: at.alice.address }))
        .to.be.revertedWithCustomError(at.stock, "ERC2612InvalidSigner")
        .withArgs(signer.address, at.alice.address);
    });

    it("is refused for the zero address, which nobody signs for", async () => {
      const broken = await signed();
      const s = `0x${"ff".repeat(32)}`;
      await expect(
        at.stock.permit(connection.ethers.ZeroAddress, at.bob, 5n * SHARE, deadline, broken.v, broken.r, s),
      ).to.be.revertedWithCustomError(at.stock, "ERC20InvalidApprover");
    });

    it("is taken from a contract that knows its signature, and from no other", async () => {
      const account = await connection.ethers.deployContract("SignatureWallet", [signer]);
      const owner = await account.getAddress();
      await permit(await signed({ owner }), { owner });
      expect(await at.stock.allowance(owner, at.bob)).to.equal(5n * SHARE);
      await expect(permit(await signed({ owner, nonce: 9n }), { owner })).to.be.revertedWithCustomError(
        at.stock,
        "ERC2612InvalidSigner",
      );
    });

    it("has the domain it tells by ERC-5267", async () => {
      const [, name, version, chainId, verifyingContract] = await at.stock.eip712Domain();
      expect(await at.stock.DOMAIN_SEPARATOR()).to.equal(
        connection.ethers.TypedDataEncoder.hashDomain({ name, version, chainId, verifyingContract }),
      );
      expect(verifyingContract).to.equal(await at.stock.getAddress());
    });
  });
});
