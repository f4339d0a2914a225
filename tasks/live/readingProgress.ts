const MILLISECONDS_OF_SILENCE = 2000;

/** How far the log has been read, for whoever sits at a terminal and has waited a while. */
export function readingProgress(fromBlock: number) {
  const started = performance.now();
  const { stderr } = process;
  let shown = false;
  return {
    show: (throughBlock: number, toBlock: number): void => {
      if (!stderr.isTTY || performance.now() - started < MILLISECONDS_OF_SILENCE) return;
      shown = true;
      stderr.write(`\r${throughBlock - fromBlock + 1} of ${toBlock - fromBlock + 1} blocks read`);
    },
    clear: (): void => {
      if (shown) stderr.write("\r\u001b[K");
    },
  };
}
