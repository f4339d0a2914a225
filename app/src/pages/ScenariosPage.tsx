/** Scenarios played by the model. */
export default function ScenariosPage() {
  return <h1>Scenarios</h1>;
}
