//! Which field of medicine a sentence serves, and how concretely.

use crate::lexicon::{Class, Mark, Marks, class};

/// The field that a sentence serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Interventional radiology.
    Ir,
    /// Radiology apart from interventions.
    Radiology,
    /// Another field.
    Other,
    /// None that the words show.
    None,
}

impl Field {
    /// The name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ir => "ir",
            Self::Radiology => "radiology",
            Self::Other => "other",
            Self::None => "none",
        }
    }
}

/// Classes that no bench, ward or lecture shares with IR.
const PLAIN: [Class; 7] = [
    class::IR_NAME,
    class::IR_PERSON_ROLE,
    class::IR_PROCEDURE,
    class::IR_DEVICE,
    class::IR_TECHNIQUE,
    class::IR_CLINICAL,
    class::IR_SUITE,
];

/// Further classes that say IR by themselves.
const IR: [Class; 6] = [
    class::IR_SOCIETY,
    class::IR_JOURNAL,
    class::IR_FIGURE,
    class::IR_EXPERIENCE,
    class::IR_WEAK_WORD,
    class::IR_DEVICE_SHARED,
];

/// Classes that are checkable about IR: a procedure, a device, a place of work.
const CONCRETE: [Class; 8] = [
    class::IR_PROCEDURE,
    class::IR_PROCEDURE_SHARED,
    class::IR_DEVICE,
    class::IR_TECHNIQUE,
    class::IR_CLINICAL,
    class::IR_SUITE,
    class::IR_EXPERIENCE,
    class::IR_ANATOMY,
];

const RADIOLOGY: [Class; 5] = [
    class::DR_NAME,
    class::DR_WORK,
    class::DR_EXPERIENCE,
    class::RADIOLOGY_NAME,
    class::RADIOLOGY_SOCIETY,
];

/// Whether a class names a field other than radiology, or one of its doctors.
#[must_use]
pub fn is_specialty(class: Class) -> bool {
    let name = class.name();
    name.starts_with("specialty-") && name != "specialty-trap" && name != "specialty-generic"
}

/// Whether a mark says IR by itself.
#[must_use]
pub fn is_ir(mark: &Mark) -> bool {
    PLAIN.contains(&mark.class) || IR.contains(&mark.class)
}

/// Whether a sentence shows something checkable about IR.
#[must_use]
pub fn is_concrete(marks: &Marks, at: usize) -> bool {
    marks.has_any(at, &CONCRETE)
}

/// Whether a sentence shows IR by a word that hardly any other field uses.
#[must_use]
pub fn is_plainly_ir(marks: &Marks, at: usize) -> bool {
    marks.has_any(at, &PLAIN)
}

/// How many marks of a sentence speak of IR, those that others share included.
#[must_use]
pub fn ir_marks(marks: &Marks, at: usize) -> usize {
    let shared = [class::IR_PROCEDURE_SHARED, class::IR_DEVICE_SHARED, class::IR_ANATOMY];
    let speaks = |mark: &&Mark| PLAIN.contains(&mark.class) || shared.contains(&mark.class);
    marks.of_sentence(at).iter().filter(speaks).count()
}

/// The field of a sentence. IR comes before radiology, radiology before others: IR works with all of them.
#[must_use]
pub fn of_sentence(marks: &Marks, at: usize) -> Field {
    let marks = marks.of_sentence(at);
    let strong =
        |mark: &Mark| is_ir(mark) && mark.class != class::IR_WEAK_WORD && mark.class != class::IR_DEVICE_SHARED;
    if marks.iter().any(strong) || marks.iter().filter(|mark| is_ir(mark)).count() > 1 {
        Field::Ir
    } else if marks.iter().any(|mark| RADIOLOGY.contains(&mark.class)) {
        Field::Radiology
    } else if marks
        .iter()
        .any(|mark| is_specialty(mark.class) || mark.class == class::OTHER_FIELD_CONTEXT)
    {
        Field::Other
    } else {
        Field::None
    }
}
