using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What a chat model is given and what may come of it (<c>Model:Writing:*</c>).</summary>
public sealed class ModelWriterOptions
{
    /// <summary>Passages shown to the model, from the best. Default 8.</summary>
    [Range(1, 30)]
    public int Passages { get; set; } = 8;

    /// <summary>Characters of passages shown to the model, headings included; the last ones are left out. Fewer for some time where the model's context proves smaller. Default 16,000, some 4,500 tokens.</summary>
    [Range(500, 400_000)]
    public int PassageCharacters { get; set; } = 16_000;

    /// <summary>Tokens the model may answer with. Default 1,200.</summary>
    [Range(50, 32_000)]
    public int AnswerTokens { get; set; } = 1_200;

    /// <summary>Seconds all calls of a turn may take together; then the extractive writer answers. Default 20.</summary>
    [Range(1, 600)]
    public int TurnSeconds { get; set; } = 20;

    /// <summary>
    /// Where the model says that the passages don't answer, the strength of evidence from which the extractive writer is asked all the same;
    /// below it the bot abstains. Default 1.6.
    /// </summary>
    [Range(0.0, 5.0)]
    public double StrongEvidence { get; set; } = 1.6;

    /// <summary>A claim that fails the check is left out (Drop) or shown apart, without a source (Show). Default Drop.</summary>
    public UnprovenClaims Unproven { get; set; } = UnprovenClaims.Drop;

    /// <summary>Whether the model may complete a follow-up question from the one before; else rules do. Default true.</summary>
    public bool RewriteFollowUps { get; set; } = true;

    /// <summary>Seconds the completing of a follow-up may take, of the turn's; then the rules' version stands. Default 3.</summary>
    [Range(1, 60)]
    public int RewriteSeconds { get; set; } = 3;
}

public enum UnprovenClaims
{
    /// <summary>Left out; the answer says so and why.</summary>
    Drop,

    /// <summary>Shown apart, as not sourced.</summary>
    Show,
}
