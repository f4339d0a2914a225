import { expect, expectAccessible, test } from "./fixtures.ts";

const PAGES = {
  "the list": "#/",
  "a note": "#/note/31337/1",
  "what if": "#/note/31337/1/what-if",
  submit: "#/submit",
};
const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 360, height: 740 } },
} as const;

for (const [look, settings] of Object.entries(LOOKS)) {
  test.describe(look, () => {
    test.use(settings);
    for (const [name, path] of Object.entries(PAGES)) {
      test(`${name}: nothing that axe finds wrong, and nothing wider than the screen`, async ({ past, page }) => {
        await past.on("2005-09-02");
        await page.goto(`${past.page}${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        if (name === "a note") await expect(page.getByRole("heading", { name: "Acts" })).toBeVisible();
        if (name === "what if") await expect(page.getByTestId("if-paid")).toBeVisible();
        await expectAccessible(page);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        expect(tooWide).toBe(false);
      });
    }
  });
}
