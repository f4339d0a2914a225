import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

import { buttonOf, connect, fill, notice, openAct } from "./acting.ts";
import { expect, test } from "./fixtures.ts";

test.describe("manners", () => {
  test("given a wallet on another chain, acting waits until it is switched", async ({ past, walletOf }) => {
    await past.on("2005-09-02");
    const { page, wallet } = await walletOf(past, "lender");
    await connect(page, past.note);
    await wallet.goTo(1);
    const panel = await openAct(page, "convert");
    await fill(panel, "Principal to convert", "100000");
    await expect(buttonOf(panel)).toHaveText("Switch to Test chain");
    await buttonOf(panel).click();
    await expect(buttonOf(panel)).toHaveText("Convert 100,000.00 USD");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
  });

  test("given a reload while a transaction waits, its notice is still there and comes to an end", async ({
    past,
    walletOf,
  }) => {
    await past.on("2005-09-02");
    const { page } = await walletOf(past, "lender");
    await connect(page, past.note);
    const panel = await openAct(page, "convert");
    await fill(panel, "Principal to convert", "100000");
    await expect(buttonOf(panel)).toBeEnabled();
    await past.provider.send("evm_setAutomine", [false]);
    try {
      await buttonOf(panel).click();
      await expect(notice(page)).toContainText("waiting");
      await page.reload();
      await expect(notice(page)).toContainText("waiting");
    } finally {
      await past.provider.send("evm_mine", []);
      await past.provider.send("evm_setAutomine", [true]);
    }
    await expect(notice(page)).toContainText("Done");
    await expect(page.getByTestId("total")).toContainText("116,728.218504");
  });

  test("given a reorganisation of three blocks, the page shows the chain as it then is", async ({ past, walletOf }) => {
    await past.on("2005-09-02");
    const snapshot: unknown = await past.provider.send("evm_snapshot", []);
    const { page } = await walletOf(past, "lender");
    await connect(page, past.note);
    const panel = await openAct(page, "convert");
    await fill(panel, "Principal to convert", "100000");
    await expect(buttonOf(panel)).toBeEnabled();
    await buttonOf(panel).click();
    await expect(notice(page)).toContainText("Done");
    await past.provider.send("anvil_mine", ["0x2"]);
    await expect(page.getByTestId("total")).toContainText("116,728.218504");
    await past.provider.send("evm_revert", [snapshot]);
    await past.provider.send("evm_increaseTime", [60]);
    await past.provider.send("anvil_mine", ["0x4"]);
    await expect(page.getByTestId("total")).toContainText("229,701.468504");
    await expect(notice(page)).toContainText("Undone by the chain");
  });

  test("given a node that stops answering, a banner says so, and reading goes on when it is back", async ({
    past,
    page,
  }) => {
    const { pathname, hostname, port } = new URL(past.url);
    let isDown = false;
    const node = createServer((incoming, outgoing) => {
      if (isDown) {
        incoming.socket.destroy();
        return;
      }
      const { method, headers } = incoming;
      const onward = forward({ hostname, port, path: pathname, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
    });
    await new Promise<void>((resolve) => node.listen(0, "127.0.0.1", resolve));
    const rpc = `http://127.0.0.1:${(node.address() as AddressInfo).port}`;
    const chains = [{ name: "Test chain", rpc, record: past.record }];
    await page.route("**/desk.json", (route) => route.fulfill({ json: { chains } }));
    await page.goto(past.note);
    await expect(page.getByTestId("total")).toBeVisible();
    isDown = true;
    const banner = page.getByRole("alert").filter({ hasText: "Test chain" });
    await expect(banner).toBeVisible();
    await expect(page.getByTestId("total")).toBeVisible();
    isDown = false;
    await banner.getByRole("button", { name: /Retry|Try again/ }).click();
    await expect(banner).toHaveCount(0);
    node.close();
    node.closeAllConnections();
  });

  test("given a note with 200 events, all of them can be reached", async ({ past, page }) => {
    const { provider, people, record, id } = past;
    const { connectNotes } = await import("allonge");
    const notes = connectNotes(record.contracts.PromissoryNotes, people.lender);
    await provider.send("evm_setAutomine", [false]);
    let nonce = await provider.getTransactionCount(people.lender.address);
    for (let count = 0; count < 200; count += 1) {
      await notes.permitPrepayment(id, 12_783 + count, { nonce: nonce++, gasLimit: 200_000 });
      if (count % 50 === 49) await provider.send("evm_mine", []);
    }
    await provider.send("evm_setAutomine", [true]);
    await page.goto(past.note);
    const timeline = page.getByTestId("timeline");
    await expect(timeline).toBeVisible();
    await page.getByRole("button", { name: /^Show \d+ earlier events$/ }).click();
    await expect(timeline.getByRole("listitem").first()).toContainText("December 31, 2003");
    expect(await timeline.getByRole("listitem").count()).toBeGreaterThan(200);
    expect((await past.read()).history?.events.length).toBeGreaterThan(200);
  });

  test("given the keyboard alone, the lender converts", async ({ past, walletOf }) => {
    await past.on("2005-09-02");
    const { page } = await walletOf(past, "lender");
    await connect(page, past.note);
    const opener = page.locator('[data-act="convert"] h4 button');
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("100000");
    const button = buttonOf(page.locator('[data-act="convert"]'));
    await expect(button).toBeEnabled();
    for (let steps = 0; steps < 12 && !(await button.evaluate((each) => each === document.activeElement)); steps += 1) {
      await page.keyboard.press("Tab");
    }
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(notice(page)).toContainText("Done");
    expect((await past.read()).statement.total).toBe(116728_218504n);
  });
});
