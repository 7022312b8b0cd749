using System.Collections.Immutable;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>What was written and did not stand the check.</summary>
/// <param name="Sentence">"1 phrase retirée : « 1 200 € » ne figure pas dans l'extrait cité."</param>
/// <param name="Unsourced">Its words, where the installation wants them shown apart; never part of the answer or of a case note.</param>
public sealed record DroppedView(string Sentence, ImmutableArray<string> Unsourced);

/// <summary>What must be known before one of the sources is quoted.</summary>
/// <param name="Sentence">Which goes first and why; names them by their [n].</param>
/// <param name="Sources">The one that goes first, then the other; a single one when the source itself is what must be known.</param>
public sealed record ConflictView(string Sentence, ImmutableArray<SourceView> Sources);
