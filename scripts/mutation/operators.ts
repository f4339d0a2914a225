import type { Declarations } from "./points.ts";
import { nodeAt, nodesAt, rangeOf, textAt, typeOf } from "./tree.ts";
import type { Node, Range } from "./tree.ts";

/** What stands in place of a node. */
export interface Change {
  readonly kind: "expression" | "statement" | "modifier";
  readonly operator: string;
  /** Empty where a statement or a modifier is left out. */
  readonly text: string;
  /** Whether what lies below the node is not changed by itself. */
  readonly whole: boolean;
  /** The node itself, written so that it has the same type as what stands in its place. */
  readonly original?: string;
}

interface Sources {
  /** The text of a range of the source. */
  readonly text: (range: Range) => string;
  readonly declarations: Declarations;
}

/** Each operator, as the page names it. */
export const OPERATORS = {
  arithmetic: "`+` and `-`, `*` and `/` change places; `%` becomes `*`",
  bits: "`&` and `|`, `<<` and `>>` change places",
  bound: "`<` and `<=`, `>` and `>=` change places",
  comparison: "a comparison becomes its opposite",
  logic: "`&&` and `||` change places; one side is left out; `!` is left out",
  condition: "the condition of an `if`, a loop or `? :` is always, or never, true",
  literal:
    "a number is one more; `true` and `false` change places; the zero address, the zero hash and no bytes are something",
  constant: "a named constant is one more, or one less, where it is used",
  step: "`++` and `--`, `+=` and `-=` change places; `+=` becomes `=`",
  statement: "an assignment, a call, an `emit`, a `revert`, a `delete` or a `return` is left out",
  modifier: "a modifier is left out",
} as const;

type Operator = keyof typeof OPERATORS;

const ARITHMETIC: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*" };
const BITS: Readonly<Record<string, string>> = { "&": "|", "|": "&", "<<": ">>", ">>": "<<" };
const BOUND: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const OPPOSITE: Readonly<Record<string, string>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};
const STEP: Readonly<Record<string, string>> = { "+=": "-=", "-=": "+=", "++": "--", "--": "++" };
const LEFT_OUT = new Set(["ExpressionStatement", "EmitStatement", "RevertStatement", "Return"]);

/** Whether a node is of no interest, with all below it: types, what is assigned to, assembly, what the compiler computes once. */
export function skipped(node: Node, parent: Node): boolean {
  if (/TypeName$|^InlineAssembly$|^VariableDeclaration$|^IdentifierPath$/.test(node.nodeType)) return true;
  if (parent.nodeType === "Assignment") return nodeAt(parent, "leftHandSide") === node;
  if (parent.nodeType === "UnaryOperation") return ["++", "--", "delete"].includes(textAt(parent, "operator"));
  return false;
}

/** The changes of a node itself. */
export function changesOf(node: Node, parent: Node, sources: Sources): Change[] {
  if (node.nodeType === "ModifierInvocation") {
    const plain = textAt(node, "kind") === "modifierInvocation" && nodesAt(node, "arguments").length === 0;
    return plain ? [{ kind: "modifier", operator: "modifier", text: "", whole: true }] : [];
  }
  return [...statementChanges(node, parent, sources), ...expressionChanges(node, parent, sources)];
}

function statementChanges(node: Node, parent: Node, { text }: Sources): Change[] {
  if (!LEFT_OUT.has(node.nodeType) || isLoopStep(node, parent) || isAllOfAnIf(node, parent)) return [];
  const changes = [statement("statement", "")];
  const expression = nodeAt(node, "expression");
  const operator = expression === undefined ? "" : textAt(expression, "operator");
  const [left, right] = [expression, expression].map((at, side) => {
    const part = at === undefined ? undefined : nodeAt(at, side === 0 ? "leftHandSide" : "rightHandSide");
    return part === undefined ? "" : text(rangeOf(part));
  });
  if (expression?.nodeType === "Assignment" && operator !== "=") {
    const other = STEP[operator];
    if (other !== undefined) changes.push(statement("step", `${left ?? ""} ${other} ${right ?? ""};`));
    changes.push(statement("step", `${left ?? ""} = ${right ?? ""};`));
  }
  return changes;
}

function expressionChanges(node: Node, parent: Node, sources: Sources): Change[] {
  const own = ownChanges(node, parent, sources);
  if (!isCondition(node, parent)) return own;
  return [...own, expression("condition", "true"), expression("condition", "false")];
}

function ownChanges(node: Node, parent: Node, sources: Sources): Change[] {
  const type = typeOf(node);
  if (type.startsWith("int_const")) return numberChanges(node, parent, sources);
  switch (node.nodeType) {
    case "Literal":
      return type === "bool" ? [expression("literal", textAt(node, "value") === "true" ? "false" : "true")] : [];
    case "FunctionCall":
      return zeroChanges(node, sources);
    case "Identifier":
    case "MemberAccess":
      return constantChanges(node, parent, sources);
    case "UnaryOperation":
      return unaryChanges(node, sources);
    case "BinaryOperation":
      return binaryChanges(node, parent, sources);
    default:
      return [];
  }
}

function numberChanges(node: Node, parent: Node, { text, declarations }: Sources): Change[] {
  if (isConversion(parent)) return [];
  const number = text(rangeOf(node));
  const type = expectedType(node, parent, declarations);
  const [more, same] = [`${number} + 1`, number].map((value) => typed(value, type));
  return [{ ...expression("literal", more ?? number), whole: true, original: same ?? number }];
}

/** The type a number is taken for where it stands: a choice between two numbers has a type of its own instead. */
function expectedType(node: Node, parent: Node, declarations: Declarations): string {
  if (parent.nodeType === "BinaryOperation") return typeOf(parent, "commonType");
  if (parent.nodeType === "Assignment") return typeOf(nodeAt(parent, "leftHandSide"));
  if (parent.nodeType !== "TupleExpression") return "";
  const at = nodesAt(parent, "components").indexOf(node);
  for (const outer of declarations.values()) {
    if (outer.nodeType === "Assignment" && nodeAt(outer, "rightHandSide") === parent) {
      return typeOf(nodesAt(nodeAt(outer, "leftHandSide") ?? outer, "components")[at]);
    }
    if (outer.nodeType === "Return" && nodeAt(outer, "expression") === parent) {
      const returned = declarations.get(outer["functionReturnParameters"] as number);
      return typeOf(returned === undefined ? undefined : nodesAt(returned, "parameters")[at]);
    }
  }
  return "";
}

function typed(value: string, type: string): string {
  if (/^u?int\d+$/.test(type)) return `${type}(${value})`;
  const bytes = /^bytes(\d+)$/.exec(type)?.[1];
  return bytes === undefined ? `(${value})` : `${type}(uint${8 * Number(bytes)}(${value}))`;
}

/** The zero address and the zero hash, which are conversions of a number. */
function zeroChanges(node: Node, { text }: Sources): Change[] {
  const zero = /^(address|bytes32)\(0\)$/.exec(text(rangeOf(node)));
  if (zero === null) return [];
  const other = zero[1] === "address" ? "address(1)" : "bytes32(uint256(1))";
  return [{ ...expression("literal", other), whole: true }];
}

function constantChanges(node: Node, parent: Node, { text, declarations }: Sources): Change[] {
  const declared = declarations.get(node["referencedDeclaration"] as number);
  if (declared?.nodeType !== "VariableDeclaration" || declared["constant"] !== true) return [];
  if (!/^u?int\d+$/.test(typeOf(declared)) || parent.nodeType === "MemberAccess") return [];
  const name = text(rangeOf(node));
  return [`${name} + 1`, `${name} - 1`].map((other) => ({ ...expression("constant", `(${other})`), whole: true }));
}

function unaryChanges(node: Node, { text }: Sources): Change[] {
  const operator = textAt(node, "operator");
  const operand = nodeAt(node, "subExpression");
  if (operand === undefined) return [];
  if (operator === "!") return [expression("logic", text(rangeOf(operand)))];
  const other = STEP[operator];
  return other === undefined ? [] : [expression("step", stepText(node, text, other))];
}

function stepText(node: Node, text: Sources["text"], other: string): string {
  const operand = text(rangeOf(nodeAt(node, "subExpression") ?? node));
  return node["prefix"] === true ? `${other}${operand}` : `${operand}${other}`;
}

function binaryChanges(node: Node, parent: Node, { text }: Sources): Change[] {
  const operator = textAt(node, "operator");
  const [leftNode, rightNode] = [nodeAt(node, "leftExpression"), nodeAt(node, "rightExpression")];
  if (leftNode === undefined || rightNode === undefined) return [];
  const [left, right] = [text(rangeOf(leftNode)), text(rangeOf(rightNode))];
  const swapped = (name: Operator, other: string | undefined) =>
    other === undefined ? [] : [expression(name, `${left} ${other} ${right}`)];

  if (operator === "&&" || operator === "||") {
    const other = operator === "&&" ? "||" : "&&";
    // a side of "&&" stands within parentheses if it is an "||" of its own, so a choice of the other operator keeps its meaning
    return [
      expression("logic", `(${left}) ${other} (${right})`),
      expression("logic", left),
      expression("logic", right),
    ];
  }
  const isBits = BITS[operator] !== undefined;
  return [
    ...swapped("arithmetic", ARITHMETIC[operator]),
    ...(isBits ? swapped("bits", BITS[operator]) : []),
    ...swapped("bound", BOUND[operator]),
    // where the whole is a condition, always and never say as much
    ...(isCondition(node, parent) ? [] : swapped("comparison", OPPOSITE[operator])),
  ];
}

function isCondition(node: Node, parent: Node): boolean {
  return nodeAt(parent, "condition") === node;
}

function isConversion(parent: Node): boolean {
  return parent.nodeType === "FunctionCall" && textAt(parent, "kind") === "typeConversion";
}

function isLoopStep(node: Node, parent: Node): boolean {
  return nodeAt(parent, "loopExpression") === node || nodeAt(parent, "initializationExpression") === node;
}

/** Without it the `if` does nothing, which it does as well if its condition is never true. */
function isAllOfAnIf(node: Node, parent: Node): boolean {
  return nodeAt(parent, "trueBody") === node && nodeAt(parent, "falseBody") === undefined;
}

function expression(operator: Operator, text: string): Change {
  return { kind: "expression", operator, text, whole: false };
}

function statement(operator: Operator, text: string): Change {
  return { kind: "statement", operator, text, whole: false };
}
