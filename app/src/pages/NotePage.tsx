/** One note. */
export default function NotePage() {
  return <h1>Note</h1>;
}
