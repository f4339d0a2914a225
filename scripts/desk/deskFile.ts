import type { Plugin } from "vite";

/** What `desk.json` says: which chains the page reads, and where. */
export interface DeskFile {
  readonly chains: readonly Readonly<Record<string, unknown>>[];
}

/** @param record Deployment record of the chain. @param isOwn Whether the page may move the chain's clock and use its open accounts. */
export function deskConfigOf(
  name: string,
  rpc: string,
  record: unknown,
  { explorer = null, isOwn = false }: { readonly explorer?: string | null; readonly isOwn?: boolean } = {},
): DeskFile {
  return {
    chains: [{ name, rpc, ...(explorer === null ? {} : { explorer }), ...(isOwn ? { own: true } : {}), record }],
  };
}

/** Serves `desk.json` beside the page, in development and in preview, without writing it anywhere. */
export function withDesk(desk: () => DeskFile): Plugin {
  const answer = (
    _request: unknown,
    response: { setHeader(name: string, value: string): void; end(text: string): void },
  ) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(desk()));
  };
  return {
    name: "allonge-desk",
    configureServer: ({ middlewares }) => {
      middlewares.use("/desk.json", answer);
    },
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use("/desk.json", answer);
    },
  };
}
