import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    ignores: [
      "app/dist/",
      "app/public/",
      "artifacts/",
      "cache/",
      "coverage/",
      "dist/",
      "node_modules/",
      "typechain-types/",
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["app/src/**"], ...reactHooks.configs.flat.recommended },
  {
    files: ["test/**"],
    rules: {
      // chai's assertions are properties, and its promises are awaited by the matchers
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      // a reader of a data file names the shape it relies on
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
    },
  },
  {
    // pure math imports nothing; the model and the terms know no chain; nothing in src knows Hardhat
    files: ["src/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["hardhat", "hardhat/*", "@nomicfoundation/*", "**/tasks/*", "**/scripts/*", "**/test/*"] },
      ],
    },
  },
  {
    files: ["src/math/**", "src/model/**", "src/quote/**", "src/calendar/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            "hardhat",
            "hardhat/*",
            "@nomicfoundation/*",
            "ethers",
            "**/chain/*",
            "**/simulator/*",
            "**/typechain-types/**",
          ],
        },
      ],
    },
  },
);
