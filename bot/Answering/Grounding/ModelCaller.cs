using System.Net;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Asks the model once and tells what it took; whatever goes wrong is a reply with its reason.</summary>
internal sealed class ModelCaller(IChatClient client, TimeProvider time, ILogger logger)
{
    // No token of any known model is longer on average; more characters than that is a server that does not stop.
    private const int CharactersPerToken = 16;
    private const int MostKept = 50_000;

    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call: by the caller or by a time limit, which the reply can't tell apart.</param>
    public async Task<(ModelReply Reply, ModelCall Call)> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        using var activity = AnsweringActivities.Source.StartActivity(AnsweringActivities.AskModel);
        activity?.SetTag(AnsweringActivities.Purpose, request.Purpose.ToString());
        var heard = new Heard(time);
        var (response, exception) = await TryAsync(request, heard, cancellationToken);
        var failure = exception is not null ? ModelFailure.Of(exception, heard.Text.Length > 0)
            : response is null ? FallbackReason.Cut
            : ModelFailure.Of(response);
        var call = new ModelCall
        {
            Purpose = request.Purpose,
            Prompt = request.Prompt,
            Model = response?.ModelId ?? client.GetService<ChatClientMetadata>()?.DefaultModelId ?? "",
            InputTokens = response?.Usage?.InputTokenCount ?? 0,
            OutputTokens = response?.Usage?.OutputTokenCount ?? 0,
            PromptCharacters = failure is FallbackReason.Unavailable or FallbackReason.Overloaded or FallbackReason.Refused ? 0 : request.Messages.Sum(message => message.Text.Length),
            FirstWords = heard.FirstWords,
            Elapsed = heard.Elapsed,
            Said = heard.Text.Length <= MostKept ? heard.Text : heard.Text[..MostKept],
            Failure = failure,
        };
        activity?.SetTag(AnsweringActivities.Outcome, failure?.ToString() ?? "Answered");
        Tell(request, call, exception);
        return (new(failure is null ? response?.Text ?? "" : "", failure)
        {
            IsTooLong = exception is HttpRequestException { StatusCode: HttpStatusCode.RequestEntityTooLarge },
            FilledContext = response?.FinishReason == ChatFinishReason.Length && call.OutputTokens > 0 && call.OutputTokens < request.AnswerTokens * 9 / 10,
        }, call);
    }

    private async Task<(ChatResponse? Response, Exception? Exception)> TryAsync(ModelRequest request, Heard heard, CancellationToken cancellationToken)
    {
        try
        {
            // A client that does not look at the token must not hold the turn.
            return (await ListenAsync(request, heard, cancellationToken).WaitAsync(cancellationToken), null);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or StackOverflowException))
        {
            return (null, exception);
        }
    }

    /// <summary>Null: it went on and on.</summary>
    private async Task<ChatResponse?> ListenAsync(ModelRequest request, Heard heard, CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        var left = Math.Max(20_000L, (long)request.AnswerTokens * CharactersPerToken);
        await foreach (var update in client.GetStreamingResponseAsync(request.Messages, OptionsOf(request), cancellationToken).WithCancellation(cancellationToken))
        {
            updates.Add(update);
            heard.Add(update.Text);
            if ((left -= update.Text.Length) < 0)
                return null;
        }

        return updates.ToChatResponse();
    }

    private static ChatOptions OptionsOf(ModelRequest request) => new()
    {
        MaxOutputTokens = request.AnswerTokens,
        Temperature = 0,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(PromptText.FormOf(request.Prompt), request.Prompt.Replace('-', '_')),
        AdditionalProperties = new() { ["strict"] = true },
    };

    private void Tell(ModelRequest request, ModelCall call, Exception? exception)
    {
        if (call.Failure is not { } failure)
        {
            Log.ModelAnswered(logger, request.Purpose, request.Prompt, call.InputTokens, call.OutputTokens, call.Elapsed.TotalMilliseconds);
            return;
        }

        Log.ModelFailed(logger, request.Purpose, request.Prompt, failure, exception?.GetType().Name ?? "none", call.Elapsed.TotalMilliseconds);
        // A client's message may hold words of the prompt.
        if (exception is not null)
            Log.ModelFailedWith(logger, exception);
    }

    /// <summary>What came so far: also of an answer that is given up while it still comes.</summary>
    private sealed class Heard(TimeProvider time)
    {
        private readonly StringBuilder _text = new();
        private readonly long _start = time.GetTimestamp();
        private TimeSpan _firstWords;

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public TimeSpan FirstWords
        {
            get
            {
                lock (_text)
                    return _firstWords;
            }
        }

        public TimeSpan Elapsed => time.GetElapsedTime(_start);

        public void Add(string words)
        {
            lock (_text)
            {
                if (_text.Length == 0 && words.Length > 0)
                    _firstWords = time.GetElapsedTime(_start);
                _text.Append(words);
            }
        }
    }
}
