/** The rows of what people have sent as files, kept for a day. */
export interface UploadTables {
  catalogue_upload: CatalogueUploadRow;
  list_upload: ListUploadRow;
}

export interface CatalogueUploadRow {
  id: string;
  account_id: string;
  created_at: string;
  /** JSON: `FileRows`. */
  rows: string;
  applied_at: string | null;
  /** JSON: `Results`, or '' while nothing was applied. */
  results: string;
}

export interface ListUploadRow {
  id: string;
  report_id: string;
  account_id: string;
  created_at: string;
  /** As the clerk's computer calls it; '' for a pasted text. */
  file_name: string;
  /** Base64. */
  content: string;
}
