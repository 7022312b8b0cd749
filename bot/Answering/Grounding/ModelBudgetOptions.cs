using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What the model costs, and how much of it an installation may use a day (<c>Model:Budget:*</c>).</summary>
public sealed class ModelBudgetOptions
{
    public const string Section = "Model:Budget";

    /// <summary>Tokens, in and out together, that may be used a day; then answers are the passages' own sentences until midnight. 0: no limit. Default 0.</summary>
    [Range(0, 1_000_000_000_000)]
    public long TokensPerDay { get; set; }

    /// <summary>Money that may be spent a day, by the prices below. 0: no limit. Default 0.</summary>
    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public decimal CostPerDay { get; set; }

    /// <summary>Price of a million tokens given to the model. Default 0.</summary>
    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public decimal InputPrice { get; set; }

    /// <summary>Price of a million tokens that the model writes. Default 0.</summary>
    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public decimal OutputPrice { get; set; }

    /// <summary>What prices and costs are in, as it is shown. Default EUR.</summary>
    [Required]
    [StringLength(8, MinimumLength = 1)]
    public string Currency { get; set; } = "EUR";
}
