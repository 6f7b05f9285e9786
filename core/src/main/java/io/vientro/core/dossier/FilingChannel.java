package io.vientro.core.dossier;

/** How the dossier came in. */
public enum FilingChannel {
  /** At the one-stop counter (trực tiếp). */
  COUNTER,
  /** By post (bưu chính). */
  POST,
  /** Online (trực tuyến). */
  ONLINE
}
