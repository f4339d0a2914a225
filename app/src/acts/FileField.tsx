import { useId, useState } from "react";
import type { DragEvent } from "react";

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly isMany?: boolean;
  /** Told the files that were chosen or dropped; none if the choice was taken back. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files in JSON, chosen or dropped. */
export function FileField({ label, hint, isMany = false, onFiles }: FileFieldProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    onFiles(isMany ? dropped : dropped.slice(0, 1));
  };
  return (
    <div
      className={isOver ? "field drop drop-over" : "field drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        multiple={isMany}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
        }}
      />
      {hint === undefined ? null : (
        <small id={`${id}-hint`} className="muted">
          {hint}
        </small>
      )}
    </div>
  );
}
