/** Submits an act that a party has signed. */
export default function SubmitPage() {
  return <h1>Submit what was signed</h1>;
}
