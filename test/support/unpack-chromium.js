import chromium from '@sparticuz/chromium';

/** Unpacks the browser with all its libraries and fonts into the folder for temporary files (TMPDIR). */
await chromium.executablePath();
