import Documents
import Programs
import Testing

@testable import Circuits

/// A finding is per rule, requirement and subject (S3): so each subject has a name of its own.
@Suite struct SubjectTests {
  @Test func aLineInPersonAndElsewhereInTheStateIsTwoSubjects() throws {
    let ids = try SmallClinic.grounding(
      "true", question: "type: bool", fact: "{value: true, from: 2020-01-01, source: text}", concern: "service",
      more: "at: [clinic], modalities: [in_person, video, audio_only]", on: #require(Day("2026-03-15"))
    ).requirements.map(\.subject.id)
    #expect(ids == ["needles@NC", "needles@NC+remote"])
  }

  @Test func aLineThatHasPatientsElsewhereAloneIsNamedByTheState() throws {
    let ids = try SmallClinic.grounding(
      "true", question: "type: bool", fact: "{value: true, from: 2020-01-01, source: text}", concern: "service",
      more: "at: [clinic], modalities: [video], patients_in: [NC, VA]", on: #require(Day("2026-03-15"))
    ).requirements.map(\.subject.id)
    #expect(ids == ["needles@NC", "needles@VA"])
  }
}
