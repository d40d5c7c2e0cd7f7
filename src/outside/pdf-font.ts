/** What a sheet is set with, besides its words. */

/** Named one by one: nothing depends on what the machine has. */
export const fonts = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  // Not Noto's: there a dot is a glyph of its own, so what is copied or read aloud has letters twice.
  "@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
  "@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
] as const;

export const templates = {
  /** One sheet: a letter or the folder. */
  brief: new URL("./brief.typ", import.meta.url),
  /** As many pages as it takes: a copy of all data about one leerling. */
  inzage: new URL("./inzage.typ", import.meta.url),
} as const;
export type Template = keyof typeof templates;
