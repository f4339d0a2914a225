/** A failure that is no refusal by a contract, and how it is told. */
export interface Kind {
  readonly kind: string;
  /** Codes of ethers, of EIP-1193, of JSON-RPC, of HTTP and of the system. */
  readonly codes: readonly (string | number)[];
  /** What nodes and wallets say, where they give no code of its own. */
  readonly words: RegExp;
  readonly sentence: string;
  readonly remedy: string;
  /** Whether doing it again, as it was, can do no harm: it cannot lead to the act being done twice. */
  readonly safeToRepeat: boolean;
}

/** The more telling first: what names its own reason comes before what merely says that something failed. */
export const KINDS: readonly Kind[] = [
  {
    kind: "declined",
    codes: ["ACTION_REJECTED", 4001, 5000],
    words: /user (rejected|denied|declined|cancel)|rejected by (the )?user|request rejected/i,
    sentence: "The request was declined in the wallet, so nothing was sent.",
    remedy: "Nothing has changed; do it again when you wish to sign.",
    safeToRepeat: true,
  },
  {
    kind: "notAuthorized",
    codes: [4100],
    words:
      /not been authorized by the user|unknown account|no such account|sender account not recognized|No Signer available/i,
    sentence: "The account is not one that this wallet or client may use.",
    remedy: "Connect the account in the wallet, or give the client its key; nothing was sent, so repeating is safe.",
    safeToRepeat: true,
  },
  {
    kind: "requestPending",
    codes: [-32002],
    words: /request (of type .* )?already pending|already processing/i,
    sentence: "The wallet is still waiting for an answer to an earlier request.",
    remedy: "Open the wallet and answer that request first; do not repeat this one before.",
    safeToRepeat: false,
  },
  {
    kind: "replaced",
    codes: ["TRANSACTION_REPLACED"],
    words: /transaction was replaced/i,
    sentence: "The transaction was replaced by another from the same account with the same nonce.",
    remedy:
      "Look at what replaced it: if only the fee was raised, the act is done; if it was cancelled, it can be sent again.",
    safeToRepeat: false,
  },
  {
    kind: "alreadyKnown",
    codes: [],
    words: /already known|known transaction|already imported|ALREADY_EXISTS/i,
    sentence: "This very transaction has been sent already and is waiting.",
    remedy: "Wait for it to be mined; repeating it changes nothing.",
    safeToRepeat: true,
  },
  {
    kind: "nonceTooLow",
    codes: ["NONCE_EXPIRED"],
    words: /nonce (is )?too low|nonce has already been used|expected nonce to be \d+ but got \d+.*low/i,
    sentence: "The account has already sent another transaction with this nonce.",
    remedy: "See first whether the act was done by that transaction; if it was not, send it again with the next nonce.",
    safeToRepeat: false,
  },
  {
    kind: "nonceTooHigh",
    codes: [],
    words: /nonce (is )?too high|nonce gap|gapped|queued/i,
    sentence: "An earlier transaction of the account is missing, so this one cannot be mined yet.",
    remedy:
      "Wait for the earlier one or send it, and reset the account's nonce in the wallet; do not repeat the act while this one is queued.",
    safeToRepeat: false,
  },
  {
    kind: "replacementUnderpriced",
    codes: ["REPLACEMENT_UNDERPRICED"],
    words: /replacement (transaction|fee).*(underpriced|too low)|could not replace existing/i,
    sentence: "A transaction with the same nonce is waiting, and the fee offered is too little to replace it.",
    remedy:
      "Wait for the one waiting, or offer at least a tenth more; only one of the two can be mined, so repeating is safe.",
    safeToRepeat: true,
  },
  {
    kind: "feeTooLow",
    codes: [],
    words:
      /max fee per gas (is )?(less|lower) than|maxFeePerGas.*(too low|lower than|less than|below)|fee cap (less|lower) than|less than (the )?block base fee|transaction (gas price )?(is )?(underpriced|too low)|gas price (too low|below)|underpriced/i,
    sentence: "The fee offered is below what the chain now asks, so the transaction was not taken.",
    remedy: "Send it again with a higher fee per gas; it was not sent, so repeating is safe.",
    safeToRepeat: true,
  },
  {
    kind: "insufficientFunds",
    codes: ["INSUFFICIENT_FUNDS"],
    words: /insufficient funds|doesn't have enough funds|insufficient (ether|balance) (for|to pay)|out ?of ?fund/i,
    sentence: "The account has too little ether to pay for the gas.",
    remedy: "Send ether of this chain to the account and repeat; nothing was sent, so repeating is safe.",
    safeToRepeat: true,
  },
  {
    kind: "wrongChain",
    codes: [4901, 4902],
    words:
      /(invalid|wrong|incorrect|unrecognized) chain ?id|chain ?id( \(\d+\))? (mismatch|does not match|doesn't match)|different chain|network changed|does not match the target chain|configured with chainId|wrong network|set to use chain id/i,
    sentence: "The wallet, the transaction and the node are not all on the same chain.",
    remedy:
      "Switch the wallet or the command to the chain on which the contracts are; nothing was sent, so repeating there is safe.",
    safeToRepeat: true,
  },
  {
    kind: "rateLimited",
    codes: [429, -32005],
    words: /too many requests|rate.?limit|limit exceeded|exceeded (maximum retry|the .*capacity)|\b429\b/i,
    sentence: "The node answers no more requests for now: there were too many.",
    remedy:
      "Wait a little, or use another node; reading can be repeated, but if a transaction was being sent, look whether it arrived first.",
    safeToRepeat: false,
  },
  {
    kind: "timeout",
    codes: [
      "TIMEOUT",
      "ETIMEDOUT",
      "ESOCKETTIMEDOUT",
      "UND_ERR_HEADERS_TIMEOUT",
      "UND_ERR_CONNECT_TIMEOUT",
      "UND_ERR_BODY_TIMEOUT",
      "TimeoutError",
      408,
      504,
    ],
    words: /time(d)?[ -]?out|timeout exceeded/i,
    sentence: "No answer came in time.",
    remedy:
      "Look whether the transaction was mined or is waiting before sending it again: it may have arrived though the answer did not.",
    safeToRepeat: false,
  },
  {
    kind: "unreachable",
    codes: [
      "NETWORK_ERROR",
      "ECONNREFUSED",
      "ECONNRESET",
      "ENOTFOUND",
      "EAI_AGAIN",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "EPIPE",
      "UND_ERR_SOCKET",
      4900,
    ],
    words:
      /failed to fetch|fetch failed|could not detect network|connection (refused|reset)|socket hang up|network (is )?unreachable|cannot connect|disconnected/i,
    sentence: "The node cannot be reached.",
    remedy:
      "Check the address of the node and the connection; if a transaction was being sent when it broke, look whether it arrived before repeating.",
    safeToRepeat: false,
  },
  {
    kind: "serverError",
    codes: ["SERVER_ERROR", 401, 403, 404, 500, 502, 503],
    words: /bad gateway|service unavailable|internal server error|unauthorized|forbidden/i,
    sentence: "The server answered, but not as a node does.",
    remedy:
      "Check the address and the access key of the node, or use another; if a transaction was being sent, look whether it arrived before repeating.",
    safeToRepeat: false,
  },
  {
    kind: "dropped",
    codes: [],
    words: /transaction (was )?(dropped|not found|evicted|discarded)|dropped from the (mem|tx) ?pool/i,
    sentence: "The node no longer knows the transaction: it was dropped before it was mined.",
    remedy:
      "Send it again with the same nonce and a higher fee, so that it cannot be done twice should the old one come back.",
    safeToRepeat: false,
  },
  {
    kind: "outOfGas",
    codes: [],
    words:
      /out of gas|intrinsic gas too low|gas required exceeds|exceeds (the )?(block )?gas limit|gas limit (is )?too (low|high)|ran out of gas/i,
    sentence: "The gas given is not enough for the act, or more than a block holds.",
    remedy: "Leave the gas limit to the client's estimate; a refused act changes nothing, so repeating is safe.",
    safeToRepeat: true,
  },
  {
    kind: "noContract",
    codes: ["BAD_DATA"],
    words: /could not decode result data|returned no data/i,
    sentence: "There is no contract of that kind at that address on this chain.",
    remedy: "Check the address, the chain and the deployment record; nothing was changed.",
    safeToRepeat: true,
  },
  {
    kind: "gasUnpredictable",
    codes: ["UNPREDICTABLE_GAS_LIMIT"],
    words: /cannot estimate gas|unpredictable gas|gas estimation failed/i,
    sentence: "The gas cannot be estimated, which mostly means that the act would be refused.",
    remedy: "Check the act against the note as it stands now; nothing was sent, so repeating is safe.",
    safeToRepeat: true,
  },
];
