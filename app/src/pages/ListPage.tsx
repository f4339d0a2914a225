/** Every note made on the chain. */
export default function ListPage() {
  return <h1>Notes</h1>;
}
