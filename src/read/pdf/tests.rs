//! Pages drawn by hand, read to documents.
