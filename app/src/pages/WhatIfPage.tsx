/** What a note would come to. */
export default function WhatIfPage() {
  return <h1>What if</h1>;
}
