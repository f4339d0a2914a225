import type { Interface, ParamType } from "ethers";

/** Splits "1, (2, 3), "a, b"" at its outermost commas. */
function split(text: string): readonly string[] {
  if (text.trim() === "") return [];
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && "([".includes(letter)) depth += 1;
    if (!quoted && ")]".includes(letter)) depth -= 1;
    if (letter === "," && depth === 0 && !quoted) {
      parts.push(part);
      part = "";
    } else part += letter;
  }
  return [...parts, part].map((one) => one.trim());
}

function valueOf(type: ParamType, text: string): unknown {
  if (type.components !== null) {
    const inner = split(text.replace(/^[([]|[)\]]$/g, ""));
    return type.components.map((component, index) => valueOf(component, withoutName(inner[index] ?? "")));
  }
  return text.replace(/^"|"$/g, "");
}

/** Some write a struct's members with their names. */
function withoutName(text: string): string {
  return text.replace(/^\w+:\s*/, "");
}

/**
 * What a contract reverted with, where a message alone tells: as Hardhat, anvil and other nodes write it out.
 *
 * @param errors All errors known.
 * @returns The bytes, as hexadecimal text; null if the text tells of no error known.
 * @example errorInText(errors, "reverted with custom error 'ZeroAmount()'") // "0x1f2a2005"
 */
export function errorInText(errors: Interface, text: string): string | null {
  const bytes = /(?:return data: |custom error |execution reverted[:,]? (?:data: )?"?)(0x[0-9a-f]{8,})/i.exec(
    text,
  )?.[1];
  if (bytes !== undefined && bytes.length > 10) return bytes;

  const custom = /custom error '?(\w+)\((.*)\)/s.exec(text);
  if (custom !== null) return encoded(errors, custom[1] ?? "", custom[2] ?? "");
  const panic = /panic code (0x[0-9a-f]+)/i.exec(text)?.[1];
  if (panic !== undefined) return encoded(errors, "Panic", panic);
  const reason = (/reverted with reason string '(.*)'/s.exec(text) ??
    /^execution reverted: (?!custom error)(.+)$/.exec(text))?.[1];
  return reason === undefined ? (bytes ?? null) : errors.encodeErrorResult("Error", [reason]);
}

function encoded(errors: Interface, name: string, args: string): string | null {
  const fragment = errors.getError(name);
  if (fragment === null) return null;
  const parts = split(args);
  try {
    return errors.encodeErrorResult(
      fragment,
      fragment.inputs.map((type, index) => valueOf(type, withoutName(parts[index] ?? ""))),
    );
  } catch {
    return null;
  }
}
