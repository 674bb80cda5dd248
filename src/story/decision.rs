//! What is decided of a sentence by weighing its cues.

/// A question about a sentence that the weights answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Decision {
    /// Does it tell of a red flag, by itself?
    Hint,
    /// Does it, seen with its neighbours?
    Telling,
    /// In an episode: does it tell what happened?
    Event,
    /// Why or around it?
    Context,
    /// Does the applicant judge their own act or choice a cause?
    Ownership,
    /// What they did differently?
    Change,
    /// What shows that it worked?
    Outcome,
    /// That it is over?
    Resolution,
    /// In an episode: is the red flag an exam or a score?
    ExamHere,
    /// Is it time away?
    TimeHere,
    /// Is it an academic or professionalism matter?
    ConductHere,
    /// Is it a switch or an unsuccessful match?
    PathHere,
    /// Is it late US clinical experience?
    UsceHere,
    /// In an episode: does it go on to another red flag than the told sentence before it?
    GoesOn,
    /// Does it blame somebody or something for the red flag?
    Blame,
    /// Does it argue with a judge?
    Defence,
    /// Does it make the red flag small?
    Minimizing,
    /// Does the applicant's own fault happen by itself?
    HiddenAgent,
    /// Is it dramatic about the applicant's own setback?
    Loaded,
    /// Does it claim growth without anything concrete?
    VagueGrowth,
    /// Does it praise or claim love of IR in words that fit any field?
    VagueInterest,
    /// Does it tell private health details of the applicant?
    HealthDetail,
    /// Does it say what every reader has met a thousand times?
    Cliche,
    /// Does it tell again what happened, or why?
    Retells,
    /// Does it tell a private cause and leave open whether that is over?
    ResolutionWanted,
    /// Does it tell time away undated or empty?
    DatesWanted,
    /// Does it tell an earlier specialty from which no way leads to IR?
    BridgeWanted,
    /// Does it tell an unsuccessful match after which nothing is new?
    NewsWanted,
    /// Does it set interventional radiology against reading images?
    SetsApart,
    /// Does it tell a plan or an aim with an object?
    Plans,
    /// Does it tell IR as lived by the applicant?
    Lived,
    /// Is the statement mostly about other fields than IR and DR?
    OtherFields,
    /// Does an episode lack ownership that it should have?
    LacksOwnership,
    /// Does it lack both change and outcome?
    LacksGrowth,
    /// Does it tell a change and not what came of it?
    LacksOutcome,
    /// Does it leave open whether a private cause is over?
    LacksResolution,
    /// Does it leave time away undated or empty?
    Undated,
    /// Does it confess at length?
    Confession,
    /// Does it end on what went wrong?
    EndsOnSetback,
    /// Is it the second red flag that is explained at length?
    Stacked,
    /// Does it tell an earlier specialty without the way from it to IR?
    Unbridged,
    /// Does it tell an unsuccessful match without anything new since?
    Unchanged,
    /// Is an episode what the first paragraph is mainly about?
    Leads,
}

impl Decision {
    /// All decisions, in the order of their numbers.
    pub const ALL: [Self; 43] = [
        Self::Hint,
        Self::Telling,
        Self::Event,
        Self::Context,
        Self::Ownership,
        Self::Change,
        Self::Outcome,
        Self::Resolution,
        Self::ExamHere,
        Self::TimeHere,
        Self::ConductHere,
        Self::PathHere,
        Self::UsceHere,
        Self::GoesOn,
        Self::Blame,
        Self::Defence,
        Self::Minimizing,
        Self::HiddenAgent,
        Self::Loaded,
        Self::VagueGrowth,
        Self::VagueInterest,
        Self::HealthDetail,
        Self::Cliche,
        Self::Retells,
        Self::ResolutionWanted,
        Self::DatesWanted,
        Self::BridgeWanted,
        Self::NewsWanted,
        Self::SetsApart,
        Self::Plans,
        Self::Lived,
        Self::OtherFields,
        Self::LacksOwnership,
        Self::LacksGrowth,
        Self::LacksOutcome,
        Self::LacksResolution,
        Self::Undated,
        Self::Confession,
        Self::EndsOnSetback,
        Self::Stacked,
        Self::Unbridged,
        Self::Unchanged,
        Self::Leads,
    ];

    /// The decisions about the family of a sentence's red flag, in the order of [`super::Family::ALL`].
    pub const HERE: [Self; 5] = [
        Self::ExamHere,
        Self::TimeHere,
        Self::ConductHere,
        Self::PathHere,
        Self::UsceHere,
    ];

    /// The decisions about the role of a sentence inside an episode.
    pub const ROLES: [Self; 6] = [
        Self::Event,
        Self::Context,
        Self::Ownership,
        Self::Change,
        Self::Outcome,
        Self::Resolution,
    ];

    /// The decisions that a lint of the same name reports.
    pub const STANCES: [Self; 9] = [
        Self::Blame,
        Self::Defence,
        Self::Minimizing,
        Self::HiddenAgent,
        Self::Loaded,
        Self::VagueGrowth,
        Self::VagueInterest,
        Self::HealthDetail,
        Self::Cliche,
    ];

    /// The decisions about single sentences that give away what is wrong with an episode, each with the lint whose labels
    /// teach it. Verdicts hear them.
    pub const TELLTALES: [(Self, &'static str); 5] = [
        (Self::Retells, "repeated-disclosure"),
        (Self::ResolutionWanted, "missing-resolution"),
        (Self::DatesWanted, "undated-gap"),
        (Self::BridgeWanted, "unbridged-switch"),
        (Self::NewsWanted, "unchanged-reapplication"),
    ];

    /// The decisions about what a statement shows of an interest in IR: where no sentence does, a lint says so.
    pub const SIGNS: [Self; 3] = [Self::SetsApart, Self::Plans, Self::Lived];

    /// The decisions about an episode as a whole, which a lint of the same name reports.
    pub const VERDICTS: [Self; 11] = [
        Self::LacksOwnership,
        Self::LacksGrowth,
        Self::LacksOutcome,
        Self::LacksResolution,
        Self::Undated,
        Self::Confession,
        Self::EndsOnSetback,
        Self::Stacked,
        Self::Unbridged,
        Self::Unchanged,
        Self::Leads,
    ];

    /// The decisions about a sentence, seen with its neighbours.
    pub fn of_sentences() -> impl Iterator<Item = Self> {
        let of_more = |decision: &Self| Self::VERDICTS.contains(decision) || *decision == Self::OtherFields;
        Self::ALL.into_iter().filter(move |decision| !of_more(decision))
    }

    /// The name, as the table of weights has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Telling => "telling",
            Self::Event => "event",
            Self::Context => "context",
            Self::Ownership => "ownership",
            Self::Change => "change",
            Self::Outcome => "outcome",
            Self::Resolution => "resolution",
            Self::ExamHere => "exam-here",
            Self::TimeHere => "time-here",
            Self::ConductHere => "conduct-here",
            Self::PathHere => "path-here",
            Self::UsceHere => "usce-here",
            Self::GoesOn => "goes-on",
            Self::Blame => "blame",
            Self::Defence => "defensive-phrasing",
            Self::Minimizing => "minimizing",
            Self::HiddenAgent => "hidden-agent",
            Self::Loaded => "loaded-language",
            Self::VagueGrowth => "vague-growth",
            Self::VagueInterest => "vague-ir-interest",
            Self::HealthDetail => "health-detail",
            Self::Cliche => "cliche",
            Self::Retells => "retells",
            Self::ResolutionWanted => "resolution-wanted",
            Self::DatesWanted => "dates-wanted",
            Self::BridgeWanted => "bridge-wanted",
            Self::NewsWanted => "news-wanted",
            Self::SetsApart => "sets-apart",
            Self::Plans => "plans",
            Self::Lived => "lived",
            Self::LacksOwnership => "missing-ownership",
            Self::LacksGrowth => "missing-growth",
            Self::LacksOutcome => "missing-outcome",
            Self::LacksResolution => "missing-resolution",
            Self::Undated => "undated-gap",
            Self::Confession => "confession-length",
            Self::EndsOnSetback => "ends-on-setback",
            Self::Stacked => "stacked-red-flags",
            Self::Unbridged => "unbridged-switch",
            Self::Unchanged => "unchanged-reapplication",
            Self::OtherFields => "non-ir-heavy",
            Self::Leads => "leads-with-red-flag",
        }
    }

    /// The decision of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.name() == name)
    }

    /// The number, from 0.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize
    }
}
