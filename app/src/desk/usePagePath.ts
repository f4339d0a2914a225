import type { BaseLocationHook } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";

/** The page's address behind the hash, without what a link adds behind a question mark; and how to go to another. */
export function usePagePath(): ReturnType<BaseLocationHook> {
  const [address, go] = useHashLocation();
  return [address.split("?")[0] ?? "/", go];
}
usePagePath.hrefs = (path: string) => `#${path}`;

/** What a link adds behind a question mark. @example useLinked("act") // "convert", of #/note/1/1?act=convert */
export function useLinked(name: string): string | null {
  const [address] = useHashLocation();
  return new URLSearchParams(address.split("?")[1] ?? "").get(name);
}
