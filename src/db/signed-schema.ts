/** The tables of signed copies. */
export interface SignedTables {
  signed_copy: SignedCopyRow;
  signed_file: SignedFileRow;
  signed_content: SignedContentRow;
  signed_not_asked: { campaign_id: string; at: string; by_id: string };
}

/** What all files of one version come to. Gone with the last of them. */
export interface SignedCopyRow {
  version_id: string;
  files: number;
  /** Bytes. */
  size: number;
}

export interface SignedFileRow {
  id: string;
  version_id: string;
  /** Files are read in this order; there may be gaps. */
  position: number;
  kind: 'pdf' | 'jpeg';
  /** Bytes of the content. */
  size: number;
  /** Of the file as it was uploaded, in hex. */
  sha256: string;
  added_at: string;
  added_by: string;
}

/** Large: nothing but a download reads it. */
export interface SignedContentRow {
  file_id: string;
  /** A small JPEG of an image; `null` for a PDF. */
  preview: Uint8Array | null;
  content: Uint8Array;
}
