const JSON_PREFIX = "data:application/json;base64,";
const IMAGE_PREFIX = "data:image/svg+xml;base64,";

/**
 * The image of a token, out of its metadata.
 *
 * @param uri As `tokenURI` answers it.
 * @returns A data address of an SVG, and nothing else: an image from elsewhere is never asked for.
 * @throws Error if it is no such metadata.
 */
export function imageOf(uri: string): string {
  if (!uri.startsWith(JSON_PREFIX)) throw new Error("the token's metadata is not on the chain");
  const bytes = Uint8Array.from(atob(uri.slice(JSON_PREFIX.length)), (character) => character.charCodeAt(0));
  const { image } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly image?: unknown };
  if (typeof image !== "string" || !image.startsWith(IMAGE_PREFIX))
    throw new Error("the token's image is not on the chain");
  return image;
}
