/** What who left still holds: codes, days and the number. Enough to give it on, and nothing of what it is about. */
export type LosWerk =
  | {
      readonly soort: "regierol";
      readonly hulpvraagId: string;
      readonly versie: number;
      readonly referentie: string;
      readonly school: string;
      readonly kanVragen: boolean;
    }
  | {
      readonly soort: "actie";
      readonly termijnId: string;
      readonly versie: number;
      readonly referentie: string;
      readonly school: string;
      readonly vervalt: Temporal.PlainDate;
      readonly gevraagd: boolean;
    }
  | {
      readonly soort: "teamactie";
      readonly actie: {
        readonly id: string;
        readonly versie: number;
        readonly omschrijving: string;
        readonly vervalt: Temporal.PlainDate;
        readonly overdracht: { readonly stand: "gevraagd" | "geweigerd" } | null;
      };
    }
  | {
      readonly soort: "ronde";
      readonly id: string;
      readonly versie: number;
      readonly datum: Temporal.PlainDate;
      /** It is being held, or was never ended. */
      readonly open: boolean;
      readonly voorzitterWeg: boolean;
      readonly notulistWeg: boolean;
    };
