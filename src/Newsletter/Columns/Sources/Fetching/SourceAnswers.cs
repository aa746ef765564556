using System.Net;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>Asks servers for sources: what is no success is a fault with a sentence.</summary>
internal sealed class SourceAnswers(OutsideFetch fetch)
{
    /// <returns>Null where the server says that nothing is new (304).</returns>
    public async Task<OutsideAnswer?> GetAsync(
        Source source,
        Uri address,
        string accept,
        CancellationToken cancel,
        bool isConditional = false
    )
    {
        var answer = await AskAsync(source, address, accept, cancel, isConditional);
        return answer.Status is HttpStatusCode.NotModified ? null
            : answer.IsGood ? answer
            : throw FaultOf(answer);
    }

    /// <summary>Whatever the status is.</summary>
    public async Task<OutsideAnswer> AskAsync(
        Source source,
        Uri address,
        string accept,
        CancellationToken cancel,
        bool isConditional = false
    )
    {
        try
        {
            return await fetch.GetAsync(
                address,
                accept,
                "sources",
                FetchLimits.Source,
                cancel,
                isConditional ? source.ETag : null,
                isConditional ? source.LastModified : null,
                new Uri(source.Address)
            );
        }
        catch (Refusal refusal)
        {
            throw new SourceFaultException(refusal.Message, refusal);
        }
    }

    public static SourceFaultException FaultOf(OutsideAnswer answer)
    {
        var (host, status) = (answer.Address.Host, (int)answer.Status);
        var sentence = answer.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"{host} does not let us read {answer.Address.AbsolutePath} ({status}); open it to everybody, or ask its owner.",
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                $"There is nothing at {answer.Address} ({status}); see whether the address is right.",
            HttpStatusCode.TooManyRequests => $"{host} asks us to come less often ({status}).",
            _ => $"{host} answered {status} ({answer.Status}).",
        };
        return new SourceFaultException(sentence, answer.RetryAfter);
    }
}
