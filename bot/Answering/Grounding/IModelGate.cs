namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Whether the model may be asked now: the kill switch and the day's budget of the installation.</summary>
public interface IModelGate
{
    /// <summary>Asked before each call; each null is followed by one <see cref="SpentAsync"/>.</summary>
    /// <returns>Null: it may; else <see cref="FallbackReason.SwitchedOff"/> or <see cref="FallbackReason.BudgetSpent"/>.</returns>
    ValueTask<FallbackReason?> RefusalAsync(CancellationToken cancellationToken);

    /// <summary>Told after each call, also one that failed.</summary>
    ValueTask SpentAsync(ModelCall call, CancellationToken cancellationToken);

    /// <summary>Somebody turned the model off: nor is anything shown that it wrote before. Asking is no call.</summary>
    ValueTask<bool> IsOffAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);
}

/// <summary>Without budget and switch: the model may always be asked.</summary>
public sealed class OpenGate : IModelGate
{
    public ValueTask<FallbackReason?> RefusalAsync(CancellationToken cancellationToken) => ValueTask.FromResult<FallbackReason?>(null);

    public ValueTask SpentAsync(ModelCall call, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
