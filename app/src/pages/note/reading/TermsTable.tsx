import type { SectionProps } from "../section.ts";
import { termsInWords } from "./termsInWords.ts";

/** Every clause: its figure, and beside it what it says. */
export function TermsTable({ note }: SectionProps) {
  const { document, termSheet } = note.terms;
  return (
    <section className="card" aria-labelledby="terms">
      <h2 id="terms">Terms</h2>
      <table className="terms">
        <caption className="muted">Fixed when the note was made; only both parties together can replace them</caption>
        <thead>
          <tr>
            <th scope="col">Clause</th>
            <th scope="col">Figure</th>
            <th scope="col">In plain words</th>
          </tr>
        </thead>
        <tbody>
          {termsInWords(note).map(({ name, figure, words }) => (
            <tr key={`${name} ${figure}`}>
              <th scope="row">{name}</th>
              <td className="term-figure">{figure}</td>
              <td>{words}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Term sheet</th>
            <td colSpan={2}>
              {termSheet === null ? "no hash on record" : <code className="breaks">{termSheet}</code>}
            </td>
          </tr>
          <tr>
            <th scope="row">Document</th>
            <td colSpan={2}>
              {document === null ? "no other document on record" : <code className="breaks">{document}</code>}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
