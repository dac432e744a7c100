/**
 * A text as two programs can compare it that treat line ends and byte order marks differently: the
 * editor gives a document one kind of line end and hides its mark, a snapshot keeps both.
 */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
