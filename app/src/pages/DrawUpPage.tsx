/** A term sheet, drawn up and made. */
export default function DrawUpPage() {
  return <h1>Draw up a note</h1>;
}
