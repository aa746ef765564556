using Microsoft.Extensions.Options;

namespace Newsletter.Delivery.Relays;

internal sealed class RelaysOptionsCheck(RelayOptionsCheck each) : IValidateOptions<RelaysOptions>
{
    public ValidateOptionsResult Validate(string? name, RelaysOptions options)
    {
        foreach (var relay in options.All)
        {
            if (each.Validate(name: null, relay) is { Failed: true } wrong)
                return wrong;
            if (!relay.IsSet && relay.Section != RelayOptions.First)
                return ValidateOptionsResult.Fail(
                    $"{relay.Section}__Host is missing; name the mail server, such as smtp.example.org, or take the entry away."
                );
        }

        var set = options.All.Where(relay => relay.IsSet).ToList();
        if (set.Count > 0 && set.TrueForAll(relay => relay.Weight == 0))
            return ValidateOptionsResult.Fail(
                $"{set[0].Section}__Weight is 0, a reserve, and no other relay has more; give one a weight of 1 or more."
            );
        // Without one it would take whatever it is free for, and the others' parts would be parts of nothing.
        return
            set.Find(relay => relay.Weight is null) is { } without && set.Find(relay => relay.Weight > 0) is { } weighed
            ? ValidateOptionsResult.Fail(
                $"{without.Section}__Weight is missing, and {weighed.Section}__Weight is {weighed.Weight}; give each relay a weight, or none but 0 to a reserve."
            )
            : ValidateOptionsResult.Success;
    }
}
