import { explain } from "allonge";
import type { NoteOnChain } from "allonge";
import { lazy, Suspense } from "react";
import { Link, useParams } from "wouter";

import { useChain } from "../desk/DeskProvider.tsx";
import type { OpenChain } from "../desk/openChain.ts";
import { useNote } from "../desk/useNote.ts";
import { Skeleton } from "../kit/Skeleton.tsx";
import { useTitle } from "../kit/useTitle.ts";
import { Certificate } from "./note/reading/Certificate.tsx";
import { Facts } from "./note/reading/Facts.tsx";
import { Heading } from "./note/reading/Heading.tsx";
import { NextEvents } from "./note/reading/NextEvents.tsx";
import { OnThisPage } from "./note/reading/OnThisPage.tsx";
import { Parties } from "./note/reading/Parties.tsx";
import { Statement } from "./note/reading/Statement.tsx";
import { TermsTable } from "./note/reading/TermsTable.tsx";
import { Timeline } from "./note/reading/Timeline.tsx";
import { Transfers } from "./note/reading/Transfers.tsx";
import { VerifyFile } from "./note/reading/VerifyFile.tsx";
import "./note/reading/reading.css";

const ActsSection = lazy(async () => ({ default: (await import("./note/ActsSection.tsx")).ActsSection }));
const DocumentsSection = lazy(async () => ({
  default: (await import("./note/DocumentsSection.tsx")).DocumentsSection,
}));

/** One note. */
export default function NotePage() {
  const { chainId = "", id = "" } = useParams();
  const chain = useChain(Number(chainId));
  useTitle(`Note ${id}`);
  if (chain === null) return <Nowhere heading="Unknown chain" why={`This page knows no chain ${chainId}.`} />;
  if (!/^[1-9]\d{0,77}$/.test(id)) {
    return <Nowhere heading="No such note" why={`“${id}” is no number of a note: they are counted from 1.`} />;
  }
  return <NoteOf key={`${chainId}/${id}`} chain={chain} id={BigInt(id)} />;
}

function NoteOf({ chain, id }: { readonly chain: OpenChain; readonly id: bigint }) {
  const { data: note, error, progress, refetch } = useNote(chain, id);
  if (note !== undefined) return <Shown chain={chain} note={note} />;
  if (error === null) return <Reading id={id} progress={progress} chain={chain} />;
  if (explain(error)?.name === "NoteUnknown") {
    return (
      <Nowhere heading={`There is no note ${String(id)}`} why={`No note of that number was made on ${chain.name}.`} />
    );
  }
  return (
    <>
      <h1>Note {String(id)}</h1>
      <div className="card" role="alert">
        <p>
          {explain(error)?.sentence ??
            `The note could not be read: the node of ${chain.name} did not answer as it should.`}
        </p>
        <p className="row">
          <button type="button" onClick={() => void refetch()}>
            Try again
          </button>
          <Link href="/">All notes</Link>
        </p>
      </div>
    </>
  );
}

function Shown({ chain, note }: { readonly chain: OpenChain; readonly note: NoteOnChain }) {
  const props = { chain, note };
  return (
    <article className="note">
      <Heading {...props} />
      <OnThisPage note={note} />
      <div className="note-columns">
        <div>
          <Statement {...props} />
          <NextEvents {...props} />
        </div>
        <div>
          {/* the token of a note that has ended is burned, and its certificate with it */}
          {note.ending === null ? <Certificate {...props} /> : null}
          <Parties {...props} />
        </div>
      </div>
      <Suspense fallback={<Skeleton lines={4} />}>
        <ActsSection {...props} />
      </Suspense>
      <Timeline {...props} />
      <Facts {...props} />
      <Transfers {...props} />
      <TermsTable {...props} />
      <Suspense fallback={<Skeleton lines={4} />}>
        <DocumentsSection {...props} />
      </Suspense>
      <VerifyFile {...props} />
    </article>
  );
}

interface ReadingProps {
  readonly chain: OpenChain;
  readonly id: bigint;
  /** Block read through; null before the first answer. */
  readonly progress: number | null;
}

function Reading({ chain, id, progress }: ReadingProps) {
  return (
    <>
      <h1>Note {String(id)}</h1>
      <p role="status" className="muted">
        {progress === null
          ? `Reading the note from ${chain.name} …`
          : `Reading its history, by now through block ${String(progress)} …`}
      </p>
      <div className="card">
        <Skeleton lines={6} />
      </div>
      <div className="card">
        <Skeleton lines={4} />
      </div>
    </>
  );
}

function Nowhere({ heading, why }: { readonly heading: string; readonly why: string }) {
  return (
    <>
      <h1>{heading}</h1>
      <p>{why}</p>
      <p>
        <Link href="/" className="button">
          All notes
        </Link>
      </p>
    </>
  );
}
